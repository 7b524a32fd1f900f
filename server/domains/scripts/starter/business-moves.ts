import { cite } from './sources.ts'
import { recheckOn, type ScriptText, split } from './starter-script.ts'

export const businessMovesScripts: ScriptText[] = [
  {
    code: 'BU29',
    scenario: 'business',
    topic: '迁户口',
    title: '夫妻投靠，户口迁过来',
    body: '{居民称呼}，这里是{所名}。两口子住一起，户口可以迁到一边。带结婚证、两边的户口簿，6岁以上没照过相的带照片。只跑迁入这一头，县局批，大约10个工作日，以窗口核实为准。不要村里个个签字。',
    spoken: '两口子住一起的，户口可以迁过来。带结婚证、两边户口簿，只跑迁入这一头。',
    keywords: split(
      '堂客迁户口 夫妻投靠 上门女婿 老公户口 嫁过来 结婚迁户 老婆户口 女婿落户 结婚后迁过来 配偶 倒插门 嫁来 婚后迁 两口子户口',
    ),
    sources: [cite('householdLaw', 10, 13), cite('womensRights', 55, 56), cite('hunanMeasures')],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
  {
    code: 'BU30',
    scenario: 'business',
    topic: '迁户口',
    title: '父母、子女投靠',
    body: '{居民称呼}，这里是{所名}。爹娘可以迁到城镇的成年崽女那里，没成年的孩子可以迁到爹娘身边。带两边的户口簿、身份证；离了婚带孩子的带判决或协议。查得到的关系不要您开证明，以窗口核实为准。',
    spoken: '爹娘迁到崽女那里、孩子迁到爹娘身边都可以。带两边的户口簿和身份证。',
    keywords: split(
      '爹娘跟我迁 父母投靠 孩子户口迁 小孩转户口 跟崽住 把娘迁过来 子女投靠 离婚带孩子迁 判给我 跟妈住 名字还在他爸那 把老人迁来 孩子落我这',
    ),
    sources: [cite('householdLaw', 10, 13), cite('hunanMeasures')],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
  {
    code: 'BU31',
    scenario: 'business',
    topic: '迁户口',
    title: '买房、租房，落户到镇上',
    body: '{居民称呼}，这里是{所名}。在镇上、城里买了房，或者长期租着房、有居住证的，可以把户口迁去。带身份证、户口簿，再带房产证、备案的合同、居住证里的一样。不看参保几年、面积几多，以窗口核实为准。',
    spoken: '买了房、长期租房、有居住证的，可以落户到镇上城里。带户口簿和住处凭据。',
    keywords: split(
      '买了房 城镇落户 落户镇上 迁到城里 长沙落户 租房落户 房产证 商品房 迁到宁乡城里 租了五年 小区 学区 城区 落过去',
    ),
    sources: [cite('residencePermits', 16), cite('hunanMeasures')],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
  {
    code: 'BU32',
    scenario: 'business',
    topic: '迁户口',
    title: '户口想迁回农村',
    body: '{居民称呼}，这里是{所名}。2016年2月3日以后从农村迁到城里的、离婚回娘家的、有确权宅基地的，可以申请迁回来。带身份证、户口簿，凭宅基地迁的再带证。先讲明白：户口回来，田土分红由村集体另外定，以窗口核实为准。',
    spoken: '迁到城里的想迁回，可以申请。户口回来了，田土分红还要村集体另外定。',
    keywords: split(
      '迁回农村 户口迁回来 非转农 回原籍 离婚回娘家 农转非 迁回老家 城里户口想回来 回村里 当年转出去 转非 落回来 老家户口 村里人',
    ),
    sources: [cite('householdLaw', 10, 13), cite('hunanMeasures')],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
  {
    code: 'BU33',
    scenario: 'business',
    topic: '迁户口',
    title: '大学生、毕业生户口',
    body: '{居民称呼}，这里是{所名}。考上学校，户口迁不迁自己定。毕业了可以迁到工作的地方，也可以回老家，带毕业证、身份证。报到证早就不用了。迁移证过期了不是户口没了，来了帮您看，以窗口核实为准。',
    spoken: '考上学校，户口迁不迁自己定。毕业了回老家，带毕业证身份证，报到证不用了。',
    keywords: split(
      '毕业户口 大学户口 集体户 报到证 学生迁户口 录取通知书 学校户口 考上大学 毕业迁回 中专 录取 考大学 转学籍 大学生回来',
    ),
    sources: [cite('householdLaw', 10, 13), cite('crossProvince')],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
  {
    code: 'BU34',
    scenario: 'business',
    topic: '迁户口',
    title: '迁移证、准迁证丢了、过期',
    body: '{居民称呼}，这里是{所名}。户口迁走，如今大多只跑要迁去的那一头。手里的迁移证、准迁证丢了、过期了，到当初发证的派出所补，带身份证讲清缘由。人只能有一个常住户口，要补多少钱以窗口核实为准。',
    spoken: '户口迁走，多半只跑迁去的那一头。迁移证过期了，到发证的派出所补。',
    keywords: split(
      '迁移证 准迁证 过期 迁出 户口迁走 迁到外省 证还没落户 户口没落下来 开迁移证 开出来的纸 放久了 两地没落 外省开的 迁出证',
    ),
    sources: [cite('householdLaw', 10, 13), cite('crossProvince'), cite('bookFees')],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
]
