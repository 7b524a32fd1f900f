import { cite } from './sources.ts'
import { recheckOn, type ScriptText, split } from './starter-script.ts'

export const antiFraudAskingScripts: ScriptText[] = [
  {
    code: 'AF11',
    scenario: 'anti_fraud',
    topic: '报警和查证',
    title: '刚接到可疑电话、短信',
    body: '{居民称呼}，您好，这里是{所名}。先不回、不点、不转，截图发来一起看。96110打来的请一定接；12381是预警短信，不带链接、不用回。想自己查，可用国家反诈中心APP，装不装自愿。',
    spoken: '不认得的电话短信，先不回、不点、不转，截个图给我们看，或者打九六幺幺零问。',
    stage: 'contacted',
    keywords: split(
      '可疑电话 陌生短信 是不是骗子 链接 拉我进群 诈骗电话 陌生号码 点开了 扫码领奖 刮刮卡 网址 包裹异常 奇怪的短信 不明来电',
    ),
    sources: [cite('fraudTools')],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
  {
    code: 'AF43',
    scenario: 'anti_fraud',
    topic: '报警和查证',
    title: '96110打来、12381发来',
    body: '{居民称呼}，这里是{所名}。96110打来的是防骗提醒，请一定接，多半是您正碰上骗子。12381发的是提醒短信，不带链接、不用回。自称96110却叫您转钱、加微信的，挂掉，自己拨96110问。',
    spoken: '九六幺幺零打来的请一定接，那是提醒您防骗。叫您转钱的就是假的，挂掉自己再打。',
    stage: 'contacted',
    keywords: split(
      '96110 12381 反诈中心电话 预警短信 反诈中心打来 劝阻电话 要不要接 反诈预警 提示我被骗 民警劝我 中心来电 那个号码真不真',
    ),
    sources: [cite('fraudTools')],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
  {
    code: 'AF44',
    scenario: 'anti_fraud',
    topic: '报警和查证',
    title: '反诈APP装不装',
    body: '{居民称呼}，这里是{所名}。国家反诈中心APP能认可疑电话、能举报，装不装随您，跟办事没有关系，不装照样给您办。想装就在手机自带的应用商店里找，别点别人发的链接，不会弄的拿手机来，我们教您。',
    spoken: '反诈应用装不装随您，跟办事没关系。想装到应用商店里找，不会弄的拿来我们教。',
    stage: 'contacted',
    keywords: split(
      '反诈APP 国家反诈中心 一定要装吗 必须下载 安装软件 不装 强制 怎么下载 防骗软件 内存不够 不想装 手机装那个 装了有什么用',
    ),
    sources: [cite('fraudTools'), cite('fraudLaw', 32)],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
]
