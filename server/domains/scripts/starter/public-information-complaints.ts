import { cite } from './sources.ts'
import { rereadOn, type ScriptText, split } from './starter-script.ts'

export const publicInformationComplaintsScripts: ScriptText[] = [
  {
    code: 'PI09',
    scenario: 'public_information',
    topic: '对公安有意见',
    title: '对民警有意见',
    body: '{居民称呼}，这里是{所名}。您对我们的人有意见，请打12389，这是公安机关警务监督的举报电话。您在这里说的照原样留着，不删、不追问，也不影响您办事。',
    spoken: '对我们的人有意见，请打幺二三八九。您讲的照原样留着，不删，也不影响您办事。',
    keywords: split(
      '投诉民警 态度不好 警察不管 举报派出所 要告派出所 不作为 12389 乱收费 打电话没人管 凶得要死 讨个说法 告警察 打人警察 偏袒',
    ),
    sources: [cite('hotlines')],
    auxiliaryMay: false,
    expiresOn: rereadOn,
  },
  {
    code: 'PI36',
    scenario: 'public_information',
    topic: '对公安有意见',
    title: '辅警收到意见怎么说',
    body: '{居民称呼}，对不住，让您受气了，这里是{所名}。您对我们的人有意见，打12389，那边直接管，我不替谁解释，也不问您为什么。您写的这几句不删、不改，我请民警交给所长看，您的事照样办。',
    spoken: '让您受气了，对不住。有意见打幺二三八九，您写的不删不改，事情照样办。',
    keywords: split(
      '意见 对辅警不满 服务差 骂人的警察 推来推去 没人理 跑了三趟 窗口冷脸 不耐烦 跑了三回 不归他 踢皮球 冷脸 爱理不理',
    ),
    sources: [cite('hotlines'), cite('auxiliaries')],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'PI37',
    scenario: 'public_information',
    topic: '对公安有意见',
    title: '表扬、提建议',
    body: '{居民称呼}，您的话我们收到了，这里是{所名}。都是应该做的，锦旗、烟酒、红包都不收，莫花钱。有建议您尽管提，哪里不方便、哪块牌子看不懂，写在这里，我转给所里，改没改告诉您。',
    spoken: '谢谢您，是应该做的，东西都不收。有建议尽管提，改没改我们告诉您。',
    keywords: split('锦旗 表扬 建议 提意见 感谢 送点东西 请吃饭 感激 小伙子 帮了大忙 好评 意见箱'),
    sources: [cite('stationPractice')],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
]
