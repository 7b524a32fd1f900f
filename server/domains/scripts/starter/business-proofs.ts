import { cite } from './sources.ts'
import { recheckOn, rereadOn, type ScriptText, split } from './starter-script.ts'

export const businessProofsScripts: ScriptText[] = [
  {
    code: 'BU07',
    scenario: 'business',
    topic: '证明',
    title: '这项不用开证明',
    body: '{居民称呼}，这里是{所名}。姓名、生日、民族、地址这些，拿身份证或户口簿就能证明，不用再来开；单身证明找民政，学历找学校。对方一定要派出所开的，请他写明法律依据，或者打12345反映，免得您白跑一趟。',
    spoken: '姓名、生日、住址，身份证户口簿就能证明，不用再来开。硬要开的，请他写明依据。',
    keywords: split(
      '开证明 同一人证明 身份证明 单身证明 住址证明 盖个章 盖公章 证明我是我 没房证明 盖个戳 居委会要 一个人两个名 证明住这里 要派出所证明',
    ),
    sources: [cite('needlessProofs'), cite('businessClimate', 44)],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'BU47',
    scenario: 'business',
    topic: '证明',
    title: '无犯罪记录证明',
    body: '{居民称呼}，这里是{所名}。无犯罪记录证明，户口所在地、住的地方都能开，不收钱。本人带身份证，不在户口地开的再带居住证或居住登记；托人的加委托书、代办人身份证。不能当场开的给回执，三个工作日。出国用的还要公证。',
    spoken: '无犯罪证明，户口地、居住地都能开，不收钱。在居住地开的，带上居住证或居住登记。',
    keywords: split(
      '无犯罪 无犯罪记录 政审 入职证明 有没有案底 考编 当老师要 开个没犯过法的 公证认证 没坐过牢 清白 背景审查 进厂要 没犯过事',
    ),
    sources: [cite('crimeRecords')],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'BU48',
    scenario: 'business',
    topic: '证明',
    title: '户籍证明',
    body: '{居民称呼}，这里是{所名}。户口簿上看不清楚、户口注销过、改过内容的，可以开户籍证明，不收钱，带身份证来，外地和手机上也能申领。多数时候拿户口簿就够了，您先讲给哪里用，看要不要开，以窗口核实为准。',
    spoken: '户籍证明不收钱，带身份证来。多数时候户口簿就够了，先讲给哪里用。',
    keywords: split(
      '户籍证明 户口证明 变更证明 注销证明 户口底子 曾用名证明 以前的户口 户籍底册 户口信息 打一张户口 迁出前 老户口 户籍信息',
    ),
    sources: [cite('needlessProofs'), cite('hunanMeasures')],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
  {
    code: 'BU49',
    scenario: 'business',
    topic: '证明',
    title: '证明跟爹娘、崽女的关系',
    body: '{居民称呼}，这里是{所名}。一本户口簿上看得出的，拿户口簿去就行。以前在一本上、如今分开了，档案查得到的，带身份证来开，不收钱。从来没在一本上的，找公证处或者用出生证。老本子还在的请带上。',
    spoken: '一本户口簿上看得出的，不用开。以前在一本上、档案查得到的，带身份证来开。',
    keywords: split(
      '亲属关系 母子关系 父子关系 我和我妈 证明是我爹 继承 关系证明 兄妹关系 我跟我娘 父女 外公 房子继承 证明是亲生 兄弟姐妹',
    ),
    sources: [cite('needlessProofs'), cite('dataSharing', 19)],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'BU50',
    scenario: 'business',
    topic: '报案查询',
    title: '报了案，要回执、查进度',
    body: '{居民称呼}，这里是{所名}。报了案就要给您《受案回执》，没拿到的来补。归公安、不归本所的，24小时内转走并告诉您。查进度带身份证和回执来，我请民警答复，只告诉本人。收到不予立案通知书不服的，7天内可以申请复议，以民警核实为准。',
    spoken: '报了案要给您受案回执，没拿到的来补。不予立案不服的，七天里可以申请复议。',
    keywords: split(
      '受案回执 报案回执 上次报的案 案子怎么样 立案没有 查案子 没给回执 案子没消息 立了没有 办得怎样了 没人跟我说 案件进展 进展 报了半个月',
    ),
    sources: [cite('caseProcedure', 61), cite('crimeProcedure', 171, 178, 179), cite('publicOrder', 90)],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
]
