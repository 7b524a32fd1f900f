import { cite } from './sources.ts'
import { rereadOn, type ScriptText, split } from './starter-script.ts'

export const businessAppointmentsScripts: ScriptText[] = [
  {
    code: 'BU02',
    scenario: 'business',
    topic: '预约和进度',
    title: '约好了时间',
    body: '{居民称呼}，这里是{所名}。{事项名称}给您约在{约定时间}，地点{约定地点}。请带：{材料清单}。来不了请提前在这里说一声，可以改期。',
    spoken: '给您约好了，日子和地方看消息。要带的也写着，来不了早点讲，可以改。',
    keywords: split(
      '预约 约时间 约个日子 改期 换一天 改时间 取消预约 想哪天来 排队 取号 约星期 下午来 上午有空 定个时间',
    ),
    sources: [cite('stationPractice')],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'BU03',
    scenario: 'business',
    topic: '预约和进度',
    title: '提醒来办事',
    body: '{居民称呼}，{所名}提醒您：{约定时间}到{约定地点}办{事项名称}，别忘了带：{材料清单}。老人行动不便可以请家里人陪着。有变动请提前说一声。',
    spoken: '提醒您来办事，别忘了带东西。老人家来，让屋里人陪着，有变动先讲一声。',
    keywords: split(
      '提醒 明天几点 还去不去 约的哪天 忘记时间 记不清 哪天来着 再讲一遍 说好哪天 日子忘了 几号去 什么时候约的',
    ),
    sources: [cite('stationPractice')],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'BU09',
    scenario: 'business',
    topic: '预约和进度',
    title: '已经收到、编号',
    body: '{居民称呼}，这里是{所名}。您的{事项名称}已登记，编号{案件编号}，请记好。办理时限：{办理时限}。到了哪一步、结果是什么，会在这里告诉您，不用再说一遍。',
    spoken: '您的事登记了，编号记好。办到哪一步会告诉您，不用再讲一遍。',
    keywords: split(
      '收到了没有 编号 登记了吗 办到哪步 进度 受理 交上去 有没有下文 冇得消息 有没有人看 资料交了 递上去 办了没 收件',
    ),
    sources: [cite('stationPractice')],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'BU10',
    scenario: 'business',
    topic: '预约和进度',
    title: '办好了，告诉结果',
    body: '{居民称呼}，我是{所名}民警{民警姓名}。{事项名称}（编号{案件编号}）有结果了：{案件结果}。要领取的请到{所地址}。有没有帮到您，请在链接里说一句；觉得不对也请直说，我们重新看。',
    spoken: '您的事有结果了，消息里写着。要拿的到所里来，觉得不对也请直说。',
    keywords: split(
      '办好没有 结果 领证 可以拿了吗 批下来没有 好了没 来拿 做好了 取件 弄好没有 过来取 拿证 出来了没 到了没有',
    ),
    sources: [cite('stationPractice')],
    auxiliaryMay: false,
    expiresOn: rereadOn,
  },
  {
    code: 'BU11',
    scenario: 'business',
    topic: '预约和进度',
    title: '没办成，说清原因和下一步',
    body: '{居民称呼}，我是{所名}民警{民警姓名}。编号{案件编号}的{事项名称}这次没有办成：{案件结果}。您有不同意见，可以来所里当面说、要书面答复，也可以依法申请行政复议或起诉，或打12345、12389反映。',
    spoken: '这次没有办成，原因写在消息里。有不同意见，可以来当面讲，也可以要书面答复。',
    keywords: split(
      '办不成 不批 为什么不给办 不同意 要书面 不服 讲理 给个说法 打回来 打回 退件 凭什么 不给办 没通过',
    ),
    sources: [cite('licensing', 32)],
    auxiliaryMay: false,
    expiresOn: rereadOn,
  },
]
