import { cite } from './sources.ts'
import { recheckOn, rereadOn, type ScriptText, split } from './starter-script.ts'

export const antiFraudCardsScripts: ScriptText[] = [
  {
    code: 'AF15',
    scenario: 'anti_fraud',
    topic: '银行卡电话卡',
    title: '出租出借银行卡、电话卡',
    body: '{居民称呼}，这里是{所名}。银行卡、电话卡、微信号都不能卖、租、借，借给同学“刷流水”也算违法。已经借出的，先挂失销户，再带身份证来所里向民警讲清，主动讲的依法可以从轻，早说比晚说好。',
    spoken: '银行卡、电话卡、微信号，都不能卖、不能租、不能借。已经借出的先挂失，早讲早好。',
    keywords: split(
      '借卡 卖卡 租卡 跑分 刷流水 电话卡 实名 银行卡借人 收卡 微信号出租 给他用卡 开户给红包 办几张卡 收微信号',
    ),
    sources: [cite('fraudLaw', 31, 38, 44), cite('publicOrder', 20)],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'AF16',
    scenario: 'anti_fraud',
    topic: '银行卡电话卡',
    title: '银行卡被限制、被冻结',
    body: '{居民称呼}，这里是{所名}。请先问银行：是银行自己限的，还是公安冻结的、哪个地方的公安。查清后联系该地公安或银行说明，依法可以申诉。别处冻结的，本所不能代解；花钱解冻都是骗。',
    spoken: '先问银行，是银行限的还是公安冻的、哪里的公安，再找那里说明。花钱解冻都是骗。',
    keywords: split(
      '卡被冻结 卡用不了 限额 银行风控 非柜面 误冻 工资卡取不出 止付了 外地公安 钱取不了 账户异常 冻了 解冻找谁 限制转账',
    ),
    sources: [cite('fraudLaw', 32)],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'AF40',
    scenario: 'anti_fraud',
    topic: '银行卡电话卡',
    title: '帮人取钱、收款转账',
    body: '{居民称呼}，这里是{所名}。叫您用自己的卡帮人收钱、取钱、再转走，好处给再多也莫做，那是帮骗子搬钱。已经做了的，今天就停，卡挂失，带身份证来讲清楚，主动来的依法可以从轻。我请民警接待您。',
    spoken: '拿自己的卡帮人收钱取钱，是帮骗子搬钱，莫做。做了的今天就停，来讲清楚。',
    keywords: split(
      '帮人取钱 帮人收款 走账 过账 取现给好处 帮忙转钱 车手 收款码给别人 提成 取一万给 转一道手 替人拿现金 刷我的卡转',
    ),
    sources: [cite('fraudLaw', 38), cite('publicOrder', 20)],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'AF41',
    scenario: 'anti_fraud',
    topic: '银行卡电话卡',
    title: '被限制办卡，怎么申诉',
    body: '{居民称呼}，这里是{所名}。因为卖卡、借卡被惩戒的，会收到书面告知，一般两年，因诈骗这类犯罪判过刑的三年。吃饭、交费这些基本的用卡还留着。觉得弄错了可以申诉，带告知书来，我们看该向哪里提。',
    spoken: '因借卡被惩戒的，会有书面告知。觉得弄错了可以申诉，带告知书来我们看。',
    keywords: split(
      '惩戒 黑名单 不能开卡 办不了电话卡 申诉 五年不能 名单上 开不了户 两年之内 办不了号 销户冻结 联合惩戒 卡都停了',
    ),
    sources: [cite('cardPenalties'), cite('fraudLaw', 32)],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'AF42',
    scenario: 'anti_fraud',
    topic: '银行卡电话卡',
    title: '查自己名下的卡',
    body: '{居民称呼}，这里是{所名}。想晓得自己名下有几张电话卡，在“一证通查”里查；银行卡用云闪付的“一键查卡”。有不是您办的，找那家公司去销，截图留着。别人发来的查询链接，莫点。',
    spoken: '查名下电话卡用一证通查，查银行卡用云闪付。不是您办的，找那家公司去销。',
    keywords: split(
      '名下几张卡 一证通查 一键查卡 被人冒办 身份证被冒用 不是我办的卡 查手机号 名下账户 拿我名字 冒名开卡 催费 不是我开的号 我有几个号',
    ),
    sources: [cite('fraudTools')],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
]
