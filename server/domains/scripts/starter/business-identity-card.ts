import { cite } from './sources.ts'
import { recheckOn, rereadOn, type ScriptText, split } from './starter-script.ts'

export const businessIdentityCardScripts: ScriptText[] = [
  {
    code: 'BU13',
    scenario: 'business',
    topic: '身份证',
    title: '身份证丢了、到期了',
    body: '{居民称呼}，这里是{所名}。身份证本人来办：首次不收费，到期换20元，丢失、损坏40元，临时证10元。丢了不用登报、不用报案回执，受理就挂失。人在外地的，当地也能办。',
    spoken: '身份证本人来办。到期换二十块，丢了补四十块，不用登报。人在外地，当地也能办。',
    keywords: split(
      '办身份证 补身份证 换身份证 身份证 身份证要钱不 身份证多少钱 重新办一张 证件办理 办个证 换个证',
    ),
    sources: [cite('idCardLaw', 11, 12), cite('idCardFees'), cite('firstCardFree')],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'BU39',
    scenario: 'business',
    topic: '身份证',
    title: '第一次办身份证',
    body: '{居民称呼}，这里是{所名}。满16岁的三个月内来办，小的自愿，爹娘这些监护人陪着来。带户口簿，不在一本上的带出生证。头一回不收钱，照相在窗口，莫戴美瞳、莫穿白衣。要几天，以窗口核实为准。',
    spoken: '第一次办身份证不收钱。满十六岁自己来，小的大人陪着，带户口簿，相在窗口照。',
    keywords: split(
      '细伢子办身份证 第一次办 小孩身份证 满十六 首次申领 学生办身份证 孩子身份证 儿童身份证 十五岁 没办过 中专要证 孩子办张证 首领',
    ),
    sources: [cite('idCardLaw', 2, 7, 10), cite('firstCardFree')],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
  {
    code: 'BU40',
    scenario: 'business',
    topic: '身份证',
    title: '身份证到期、照片想换',
    body: '{居民称呼}，这里是{所名}。身份证快到期、地址变了，本人带旧证来换，20元；坏了、字看不清的40元，低保特困的换领不收。外地也能换。等用的可以办张临时的，要几天、能提前多久以窗口核实为准。',
    spoken: '身份证到期、照片想换，本人带旧证来，二十块。外地也能换，急用办张临时的。',
    keywords: split(
      '身份证到期 过期换新 照片太丑 消磁 断了 换证 地址变了 有效期 长期 身份证过期 快作废 十年前的 照片不像 不像本人',
    ),
    sources: [cite('idCardLaw', 5, 11, 12, 21), cite('idCardFees')],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
  {
    code: 'BU41',
    scenario: 'business',
    topic: '身份证',
    title: '身份证掉了，补一张',
    body: '{居民称呼}，这里是{所名}。身份证掉了，本人讲一声就能补，40元，一受理旧的就挂失。不用登报、不用先报案。湖南户口手机上也能补、寄到家，以窗口核实为准。旧证后来找到了，也莫再用。',
    spoken: '身份证掉了，本人讲一声就能补，四十块，不用登报。旧的找到了也莫再用。',
    keywords: split(
      '身份证掉了 身份证丢了 补身份证 身份证被偷 挂失 身份证不见了 搞丢了身份证 捡到身份证 身份证遗失 钱包被扒 里面的证 证掉了 被人捡去 重补',
    ),
    sources: [cite('idCardLaw', 11, 12), cite('idCardFees'), cite('hunanMeasures')],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
  {
    code: 'BU42',
    scenario: 'business',
    topic: '身份证',
    title: '临时身份证',
    body: '{居民称呼}，这里是{所名}。正在办证、换证、补证，又急着考试、出门，可以办一张临时身份证，10元，管三个月。带户口簿，或者领证的单子。一般两三天，以窗口核实为准。急的讲明哪天要用。',
    spoken: '急着考试、出门，可以办临时身份证，十块钱，管三个月。讲明哪天要用。',
    keywords: split(
      '临时身份证 急用身份证 考试没证 高考 等不及 先弄个临时 马上要用 临时证 先用着 等二十天 来不及 赶时间 没下来 应急',
    ),
    sources: [cite('idCardLaw', 12), cite('idCardFees')],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
  {
    code: 'BU43',
    scenario: 'business',
    topic: '身份证',
    title: '没带证坐车、住店',
    body: '{居民称呼}，这里是{所名}。坐火车、坐飞机没带身份证，在铁路、民航的官方应用里自己开电子临时证明，不收钱。住店的，请旅馆联系当地派出所核一下人，以窗口核实为准。看病救命不看证，先打120。',
    spoken: '坐车没带身份证，在铁路官方应用里开电子临时证明。住店找当地派出所核一下。',
    keywords: split(
      '没带身份证 坐高铁 坐飞机 住宾馆 忘带身份证 电子证明 火车站 住店 身份证忘屋里 不让住 检票 安检 登机 上不了车',
    ),
    sources: [cite('idCardLaw', 15), cite('safetySense')],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
]
