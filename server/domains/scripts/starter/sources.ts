/**
 * What the starter scripts rest on: each text with its date and the articles of it that were read. Nothing else can
 * be cited. `confirm`: the county bureau has not confirmed it yet, so that a script resting on it says so and runs
 * out early.
 */
const texts = {
  publicOrder: {
    name: '治安管理处罚法',
    date: '2026年1月1日起施行',
    articles: [
      8, 9, 12, 15, 20, 22, 23, 29, 30, 43, 46, 50, 51, 53, 58, 59, 60, 61, 67, 68, 69, 73, 77, 82, 83, 88,
      89, 90, 94, 97, 98, 99, 108, 109, 116, 117, 118, 121, 123, 126, 136, 138,
    ],
  },
  fraudLaw: { name: '反电信网络诈骗法', date: '2022年12月1日起施行', articles: [27, 31, 32, 34, 38, 44] },
  fraudKinds: { name: '公安部公布的高发电信网络诈骗类型', date: '2024年6月、2025年6月', articles: [] },
  stopPayment: { name: '公安机关、银行关于紧急止付的公开说明', date: '2026年11月查阅', articles: [] },
  fraudTools: { name: '国家反诈中心、96110、12381等官方说明', date: '2023年、2026年11月查阅', articles: [] },
  cardPenalties: {
    name: '电信网络诈骗及其关联违法犯罪联合惩戒办法',
    date: '2024年12月1日起施行',
    articles: [],
  },
  householdLaw: {
    name: '户口登记条例',
    date: '1958年1月9日起施行',
    articles: [3, 5, 6, 7, 8, 10, 13, 17, 18, 19],
  },
  hunanHouseholds: {
    name: '湖南省常住户口登记管理办法（湘政办发〔2016〕12号）',
    date: '2016年，待核有无新规定',
    articles: [],
    confirm: true,
  },
  hunanMeasures: { name: '湖南省公安厅七项户政举措', date: '2024年3月26日', articles: [], confirm: true },
  crossProvince: { name: '公安部户口、身份证跨省通办部署', date: '2021年、2024年5月', articles: [] },
  unregistered: { name: '国办发〔2015〕96号', date: '2016年1月14日', articles: [] },
  funerals: { name: '殡葬管理条例', date: '2026年3月30日起施行', articles: [23] },
  idCardLaw: {
    name: '居民身份证法',
    date: '2012年1月1日起施行的修正本',
    articles: [2, 3, 5, 7, 10, 11, 12, 15, 21],
  },
  idCardFees: { name: '发改价格〔2003〕2322号', date: '2003年', articles: [] },
  firstCardFree: { name: '财税〔2018〕37号', date: '2018年4月1日起', articles: [] },
  bookFees: { name: '财综〔2012〕97号', date: '2013年1月1日起', articles: [] },
  residencePermits: { name: '居住证暂行条例', date: '2016年1月1日起施行', articles: [2, 9, 10, 16, 21] },
  hunanResidence: {
    name: '湖南省人民政府令第238号',
    date: '2009年，待核是否有效',
    articles: [],
    confirm: true,
  },
  rentals: { name: '住房租赁条例', date: '2025年9月15日起施行', articles: [] },
  needlessProofs: { name: '公通字〔2016〕21号、湘公发〔2016〕51号', date: '2016年', articles: [] },
  businessClimate: { name: '优化营商环境条例', date: '2020年1月1日起施行', articles: [44] },
  dataSharing: { name: '政务数据共享条例', date: '2025年8月1日起施行', articles: [19] },
  onlineServices: {
    name: '国务院关于在线政务服务的若干规定',
    date: '2019年4月26日起施行',
    articles: [7, 10, 11],
  },
  licensing: { name: '行政许可法', date: '2019年4月23日修正', articles: [32] },
  crimeRecords: { name: '公安机关办理犯罪记录查询工作规定', date: '2021年12月31日起施行', articles: [] },
  caseProcedure: {
    name: '公安机关办理行政案件程序规定',
    date: '2019年文本，待核新修订',
    articles: [61, 178, 179, 181, 183, 186],
  },
  crimeProcedure: {
    name: '公安机关办理刑事案件程序规定',
    date: '2020年9月1日起施行',
    articles: [171, 178, 179],
  },
  drivingLicences: {
    name: '机动车驾驶证申领和使用规定',
    date: '2021年文本，2025年有修订',
    articles: [63, 66, 68, 69, 74],
    confirm: true,
  },
  vehicles: { name: '机动车登记规定', date: '2022年5月1日起施行', articles: [51, 52, 54] },
  passportLaw: { name: '护照法', date: '2007年1月1日起施行', articles: [] },
  exitEntryLaw: { name: '出境入境管理法', date: '2013年7月1日起施行', articles: [39] },
  travelFees: { name: '发改价格〔2019〕914号', date: '2019年7月1日起', articles: [] },
  immigration: { name: '国家移民管理局公告', date: '2025年11月3日', articles: [] },
  bigEvents: { name: '大型群众性活动安全管理条例', date: '2007年10月1日起施行', articles: [2, 12, 13, 14] },
  fireworks: { name: '烟花爆竹安全管理条例', date: '2016年2月6日修订', articles: [30, 31, 33, 42] },
  guards: { name: '保安服务管理条例', date: '2022年3月29日修订', articles: [16, 17] },
  sealMaking: { name: '印铸刻字业治安管理规定', date: '2024年12月6日修订', articles: [] },
  animalHealth: { name: '动物防疫法', date: '2021年5月1日起施行', articles: [30] },
  changshaDogs: {
    name: '长沙市养犬管理条例',
    date: '2019年5月1日起施行，2021年修正',
    articles: [],
    confirm: true,
  },
  personalData: { name: '个人信息保护法', date: '2021年11月1日起施行', articles: [] },
  auxiliaries: { name: '国务院办公厅关于规范辅警管理的意见', date: '2016年', articles: [] },
  mediationLaw: { name: '人民调解法', date: '2011年1月1日起施行', articles: [3, 4, 17, 25, 33] },
  civilProcedure: { name: '民事诉讼法', date: '2024年1月1日起施行的修正本', articles: [205] },
  civilCode: {
    name: '民法典',
    date: '2021年1月1日起施行',
    articles: [
      184, 188, 288, 289, 290, 291, 292, 293, 294, 295, 296, 314, 315, 316, 317, 318, 680, 1015, 1032, 1033,
      1077, 1078, 1079, 1176, 1245, 1246, 1247, 1248, 1249, 1254,
    ],
  },
  landLaw: { name: '土地管理法', date: '2020年1月1日起施行的修正本', articles: [14, 62] },
  landArbitration: { name: '农村土地承包经营纠纷调解仲裁法', date: '2010年1月1日起施行', articles: [3, 4] },
  privateLoans: { name: '民间借贷司法解释（法释〔2020〕17号）', date: '2021年1月1日起', articles: [] },
  bridePrice: { name: '彩礼司法解释（法释〔2024〕1号）', date: '2024年2月1日起施行', articles: [2, 5, 6] },
  familyViolence: {
    name: '反家庭暴力法',
    date: '2016年3月1日起施行',
    articles: [15, 16, 17, 23, 24, 25, 26, 27, 28, 29, 30],
  },
  admonitions: { name: '九部门家庭暴力告诫制度意见', date: '2024年12月', articles: [] },
  legalAid: { name: '法律援助法', date: '2022年1月1日起施行', articles: [32] },
  womensRights: { name: '妇女权益保障法', date: '2023年1月1日起施行', articles: [55, 56] },
  minors: {
    name: '未成年人保护法',
    date: '2024年4月26日修正',
    articles: [11, 21, 39, 40, 57, 58, 59, 60, 103, 110, 112],
  },
  juvenileCrime: { name: '预防未成年人犯罪法', date: '2021年6月1日起施行', articles: [28, 38, 41] },
  mandatoryReports: { name: '侵害未成年人案件强制报告制度的意见', date: '2020年5月', articles: [] },
  bullying: { name: '十一部门加强中小学生欺凌综合治理方案', date: '2017年', articles: [] },
  schoolProtection: { name: '教育部令第50号', date: '2021年9月1日起施行', articles: [] },
  schoolLaw: { name: '教育部令第52号', date: '2022年5月1日起施行', articles: [] },
  netCafes: { name: '互联网上网服务营业场所管理条例', date: '2024年修订', articles: [] },
  drowning: { name: '教育部防溺水“六不”', date: '2013年、2014年', articles: [] },
  forestFire: { name: '森林草原防灭火条例', date: '2026年1月1日起施行', articles: [27, 39, 54] },
  hunanFireBans: { name: '湖南省森林防火禁火令', date: '2022年，每年以公告为准', articles: [] },
  roadTraffic: { name: '道路交通安全法', date: '2021年4月29日修正', articles: [50, 51, 55, 91, 95, 112] },
  roadTrafficRules: { name: '道路交通安全法实施条例', date: '2017年修订文本，待核', articles: [55] },
  highRiseFire: { name: '高层民用建筑消防安全管理规定', date: '2021年8月1日起施行', articles: [37, 47] },
  fireLaw: { name: '消防法', date: '2021年4月29日修正', articles: [28, 60] },
  fireReports: { name: '消防隐患举报电话的公开说明', date: '2026年11月查阅，待核', articles: [] },
  wildlife: { name: '野生动物保护法', date: '2023年5月1日起施行', articles: [6, 21, 28] },
  mentalHealthLaw: { name: '精神卫生法', date: '2018年4月27日修正', articles: [28] },
  gambling: {
    name: '公安部关于办理赌博违法案件的通知（公通字〔2005〕30号）',
    date: '2005年5月25日',
    articles: [],
  },
  pyramidSelling: { name: '禁止传销条例', date: '2005年11月1日起施行', articles: [6, 7, 10] },
  guns: { name: '枪支管理法', date: '2015年4月24日修正', articles: [3] },
  drugsLaw: { name: '禁毒法', date: '2008年6月1日起施行', articles: [62] },
  vagrants: {
    name: '城市生活无着的流浪乞讨人员救助管理办法',
    date: '2003年8月1日起施行',
    articles: [5],
  },
  cameras: {
    name: '公共安全视频图像信息系统管理条例',
    date: '2025年4月1日起施行',
    articles: [17, 20, 21, 33],
  },
  banknotes: { name: '人民币管理条例', date: '2018年3月19日修订', articles: [31, 33, 34] },
  forcedMeasures: { name: '行政强制法', date: '2012年1月1日起施行', articles: [26] },
  penaltyLaw: { name: '行政处罚法', date: '2021年7月15日起施行', articles: [66] },
  reconsideration: { name: '行政复议法', date: '2024年1月1日起施行', articles: [20] },
  administrativeSuits: { name: '行政诉讼法', date: '2017年7月1日起施行的修正本', articles: [46] },
  detention: { name: '拘留所条例', date: '2012年4月1日起施行', articles: [20, 26, 27] },
  custody: { name: '看守所条例', date: '1990年3月17日起施行', articles: [28, 30] },
  criminalProcedure: { name: '刑事诉讼法', date: '2018年10月26日修正', articles: [34, 39, 85] },
  labourContracts: { name: '劳动合同法', date: '2013年7月1日起施行的修正本', articles: [9, 84] },
  drones: { name: '无人驾驶航空器飞行管理暂行条例', date: '2024年1月1日起施行', articles: [] },
  volunteering: { name: '志愿服务条例', date: '2017年12月1日起施行', articles: [12, 17] },
  emergencies: { name: '突发事件应对法', date: '2024年11月1日起施行', articles: [7] },
  openGovernment: { name: '政府信息公开条例', date: '2019年5月15日起施行', articles: [6] },
  openPolicing: { name: '公通字〔2018〕26号', date: '2018年', articles: [5, 6] },
  rumourPlatform: { name: '中国互联网联合辟谣平台说明', date: '2022年至2023年', articles: [] },
  hotlineLinks: { name: '国办发〔2022〕12号（12345与110对接）', date: '2022年4月23日', articles: [] },
  callScope: { name: '110受理范围的公开说明', date: '2026年11月查阅', articles: [] },
  textAlarm: { name: '12110短信报警说明', date: '2025年11月', articles: [] },
  counselling: { name: '国家卫生健康委12356热线说明', date: '2024年12月25日', articles: [] },
  hotlines: { name: '各部门公布的服务热线', date: '2026年11月查阅', articles: [] },
  stationPractice: { name: '本所办事、预约的约定', date: '2026年11月', articles: [] },
  safetySense: { name: '安全常识，本所整理', date: '2026年11月', articles: [] },
  disputeGrades: { name: '本所纠纷分级', date: '2026年11月', articles: [] },
} as const satisfies Record<string, Source>

type Source = { name: string; date: string; articles: readonly number[]; confirm?: true }
export type SourceName = keyof typeof texts

/** 反电信网络诈骗法第31条、第38条（2022年12月1日起施行） */
export function cite<N extends SourceName>(
  name: N,
  ...articles: (typeof texts)[N]['articles'][number][]
): string {
  const source: Source = texts[name]
  return `${source.name}${articles.map((article) => `第${article}条`).join('、')}（${source.date}）`
}

/** What waits for confirmation by the county bureau, as `cite` begins to tell it. */
export const unconfirmedSources: string[] = Object.values<Source>(texts)
  .filter((source) => source.confirm)
  .map((source) => source.name)
