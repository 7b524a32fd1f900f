import { cite } from './sources.ts'
import { rereadOn, type ScriptText, split } from './starter-script.ts'

export const publicInformationDetentionScripts: ScriptText[] = [
  {
    code: 'PI40',
    scenario: 'public_information',
    topic: '家人被拘留',
    title: '家里人被行政拘留，想去看',
    body: '{居民称呼}，这里是{所名}。决定了行政拘留，公安会通知家属，人在拘留所，不在我们这里。去会见带身份证，照拘留所定的日子，先打电话问。只收生活必需品，要检查登记；钱怎么存也问那边。碰上升学考试、生孩子、近亲病危，可以申请请假出来。',
    spoken: '去会见带身份证，照拘留所定的日子，先打电话问。只收生活必需品，要检查登记。',
    keywords: split(
      '拘留所 探视 行政拘留 会见 去看人 送衣服 关了几天 关在哪里 拘留几天 存钱 关进去了 几时放',
    ),
    sources: [cite('detention', 20, 26, 27), cite('publicOrder', 116, 126)],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'PI41',
    scenario: 'public_information',
    topic: '家人被拘留',
    title: '关在看守所：见面、律师、东西',
    body: '{居民称呼}，这里是{所名}。刑事拘留的关在看守所，除少数情形，24小时内通知家属。没判以前，家里人会见要办案机关同意；律师可以去见，最迟两天安排。请不起律师打12348。送东西先问看守所，要检查。案情我不能讲，我请民警答复您。',
    spoken: '关在看守所的，律师可以去见，请不起打幺二三四八。案情我不能讲，我请民警答复您。',
    keywords: split(
      '看守所 刑拘 刑事拘留 律师会见 逮捕 抓走了 送被子 打钱进去 送东西进去 拘捕 抓到哪里去了 人被带走',
    ),
    sources: [cite('criminalProcedure', 34, 39, 85), cite('custody', 28, 30)],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'PI42',
    scenario: 'public_information',
    topic: '法律和维权',
    title: '收到假钱',
    body: '{居民称呼}，这里是{所名}。收到假钱，莫再花出去，明知是假的还用要追究。交到银行或派出所，银行收了要给您凭证；您觉得是真的，可以申请鉴定，不收钱。晓得哪个给的，记下样子、车牌、时间，莫去追，打110，我请民警看。',
    spoken: '收到假钱莫再花，交到银行或派出所。晓得哪个给的，记下样子，莫去追，打幺幺零。',
    keywords: split(
      '假钱 假币 假钞 收到假的 假的一百 验钞机 换零钱 票子不对 百元大钞 找我假钱 真假钞 假票子',
    ),
    sources: [cite('banknotes', 31, 33, 34)],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
]
