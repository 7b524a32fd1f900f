import { cite } from './sources.ts'
import { rereadOn, type ScriptText, split } from './starter-script.ts'

export const businessPenaltiesAndCustodyScripts: ScriptText[] = [
  {
    code: 'BU63',
    scenario: 'business',
    topic: '车和出入境',
    title: '车被扣了，怎么取回',
    body: '{居民称呼}，这里是{所名}。路上查车扣的车，在交警那里，不在派出所。看扣车的凭证：找哪个中队、哪天前去。带凭证、身份证、驾驶证、行驶证，缺牌、缺保险的先补上。扣着那些天的保管费由扣车的单位出。拖久了要公告处理，早些去，不懂打12345。',
    spoken: '查车扣的车在交警那里，看凭证写的地方和日子，带证件去。保管费由扣车的单位出。',
    keywords: split('扣车 车被扣 取车 车拖走了 交警扣 停车场取 保管费 扣了摩托 放车 暂扣 扣车凭证 摩托被收'),
    sources: [cite('roadTraffic', 95, 112), cite('forcedMeasures', 26)],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'BU64',
    scenario: 'business',
    topic: '报案查询',
    title: '收到处罚决定书：交钱、不服',
    body: '{居民称呼}，这里是{所名}。罚款从收到处罚决定书起15天里，到写明的银行或者手机上交；家里实在困难，可以申请延期、分期。不服的，60天里申请复议，或者六个月里起诉，找哪里决定书上写着。有人私下收钱讲能摆平的，莫信。别的我请民警讲。',
    spoken: '罚款十五天里去交，困难的可以申请分期。不服的，六十天里可以申请复议。',
    keywords: split(
      '处罚决定书 罚款怎么交 分期交 行政复议 罚得太重 不服处罚 交罚款去哪 罚金 交不起罚款 加罚 处罚单 申请延期',
    ),
    sources: [
      cite('publicOrder', 121, 123),
      cite('penaltyLaw', 66),
      cite('reconsideration', 20),
      cite('administrativeSuits', 46),
    ],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'BU65',
    scenario: 'business',
    topic: '报案查询',
    title: '叫我到派出所来一趟',
    body: '{居民称呼}，这里是{所名}。有人打电话叫您来所里，先打{所电话}核一下。证人也可以请民警到您屋里问，民警要亮证。传唤来问话，一般不超过八个钟头，会告诉家里人；没满18岁的通知家长到场。笔录看清了再签，错了可以改。叫您转钱的是骗子。',
    spoken: '叫您来所里，先打电话核一下。传唤一般不超过八个钟头，笔录看清了再签，错了可以改。',
    keywords: split('叫我去派出所 做笔录 传唤 去一趟 作证 证人 录口供 按手印 要我配合 找我谈话 签笔录 问话'),
    sources: [cite('publicOrder', 97, 98, 99)],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'BU66',
    scenario: 'business',
    topic: '报案查询',
    title: '想看监控、调录像',
    body: '{居民称呼}，这里是{所名}。丢了东西、车被刮，记下时间、地点，早点来报，监控过了存的日子会删，公共场所的至少存30天。路上的由民警办案去看，不拷给个人。店里、停车场的，可以跟管的人商量看自己那一段，看了莫发网上。我请民警帮您问。',
    spoken: '早点来报，监控久了会删。路上的由民警办案去看，店里的可以跟管的人商量。',
    keywords: split(
      '调监控 看监控 查监控 天眼 监控录像 回放 拷监控 路口监控 店里监控 监控存多久 查录像 调录像',
    ),
    sources: [cite('cameras', 17, 20, 21)],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
]
