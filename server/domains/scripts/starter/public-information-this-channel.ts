import { cite } from './sources.ts'
import { rereadOn, type ScriptText, split } from './starter-script.ts'

export const publicInformationThisChannelScripts: ScriptText[] = [
  {
    code: 'PI38',
    scenario: 'public_information',
    topic: '留言和隐私',
    title: '这里是什么地方、几时有人看',
    body: '{居民称呼}，这里是{所名}的留言处，不是报警电话，有危险马上打110。您写的、讲的、拍的，所里的民警和辅警看。居民网页首页写着这会儿有没有人在看；没人看的时候，等有人值班了再答。急事打{所电话}。每件事有编号，答复就在这里。',
    spoken: '这里是派出所的留言处，不是报警电话，有危险打幺幺零。没人看的时候，有人值班了再答。',
    keywords: split(
      '这是哪里 有没有人看 几时回 是真人吗 机器回的 留言 半夜有人没 多久回我 看得到我写的 这个号 这个平台 做么子用的',
    ),
    sources: [cite('stationPractice'), cite('callScope')],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'PI39',
    scenario: 'public_information',
    topic: '留言和隐私',
    title: '我写的话谁看得到',
    body: '{居民称呼}，这里是{所名}。您写的由民警、所长和您村的辅警看，不发群里。哪个打开过、哪天看的，系统都记下，谁也改不掉，您在“谁看过我的信息”里自己查得到。觉得哪个不该看，要改错、要删除，打{所电话}或者来窗口讲，我请民警答复。',
    spoken: '您写的由所里的民警辅警看，谁看过都记着，您自己查得到。觉得不该看的，来讲一声。',
    keywords: split(
      '谁看过 保不保密 会不会传出去 我的信息 让村里晓得 匿名 删除记录 隐私安全 莫让人晓得 给哪个看 存多久 查看记录',
    ),
    sources: [cite('personalData'), cite('stationPractice')],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
]
