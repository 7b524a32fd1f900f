import { allYear, everywhere, type StarterTemplate, withMoments } from './starter-template.ts'

const careOld = '不看手机的老人，请儿女打电话、辅警上门说一遍。'
const fraud = { kind: 'warning', capCategory: 'Security' } as const

export const fraudTemplates: StarterTemplate[] = [
  {
    ...fraud,
    key: 'fraud-wave',
    title: '这几天骗子多，转钱之前先打个电话',
    body: '乡亲们，最近又有人被骗。不管怎么变，骗子都要三样：你的钱、你的验证码、你的手机屏幕。\n1. 刷单先返小钱再叫你垫钱的，是骗子。\n2. 说你误开了会员、要共享屏幕的，是骗子。\n3. 公安不在电话里办案，没有“安全账户”。\n4. 贷款先收费的，是骗子。\n拿不准先别转，打96110或{所电话}问一句。96110打来一定要接。已经转了，马上打110，越快越好，过了几天也要报。',
    spoken:
      '最近骗子多。叫你先垫钱的，是骗子。叫你共享屏幕的，是骗子。叫你转到安全账户的，是骗子。贷款先收费的，是骗子。拿不准先不转，打96110问一句。已经转了，马上打110。',
    urgency: 'important',
    channels: ['groups', 'contacts', 'moments', 'page', 'loudspeaker'],
    care: careOld,
    ...allYear,
    seasonNote: '哪几天接到的多就哪几天发',
    basis: '反电信网络诈骗法；公安部公布的高发类型',
  },
  {
    ...fraud,
    key: 'fraud-elderly',
    title: '上门收钱收金子的，都不要给',
    body: '各位长辈、各位儿女：\n1. 公家的人不上门收现金，不收金子，不叫你把钱放在路边等人来取。\n2. 免费送鸡蛋、免费体检、带去旅游，后面都是要你买贵药。\n3. 说你孙子出了事要钱、声音很像的，先挂掉，打孙子自己的电话。\n4. 叫你“不要告诉家里人”的，就是骗子。\n碰到了，先让他等着，打{所电话}或110，我们过来看。',
    spoken:
      '各位长辈注意。公家的人不上门收钱，不收金子。免费送鸡蛋，后面是要你买贵药。说孙子出事要钱的，先挂掉，打孙子自己的电话。叫你不要告诉家里人的，就是骗子。碰到了，打110。',
    urgency: 'ordinary',
    channels: withMoments,
    care: `${careOld}独居老人优先上门。`,
    ...allYear,
    seasonNote: '赶集、发养老金的那几天最要说',
    basis: '反电信网络诈骗法；公安部公布的高发类型',
  },
  {
    ...fraud,
    key: 'harvest-fraud',
    title: '卖粮卖货，先过秤先收钱',
    body: '乡亲们，秋收到了，收粮、收猪、收药材的人多起来，请留心：\n1. 价钱高得离谱、先交定金才来拉的，不理。\n2. 看着过秤，钱到账再装车；“银行晚点到账”的截图不算数，自己查。\n3. 不扫来路不明的收款码，不给验证码。\n4. 网上租收割机先付全款的，多问两家。\n记下对方车牌、电话、身份证上的名字再成交。吃了亏，打{所电话}或110。',
    spoken:
      '秋收到了，卖粮卖货要留心。看着过秤，钱到账再装车。转账截图不算数，自己查到账。先交定金才来拉的，不理。验证码不给人。吃了亏，打110。',
    urgency: 'ordinary',
    channels: everywhere,
    care: careOld,
    seasonFrom: '09-01',
    seasonTo: '11-20',
    seasonNote: '秋收到入冬',
    basis: '反电信网络诈骗法；民法典买卖合同',
  },
  {
    ...fraud,
    key: 'farm-supplies',
    title: '买种子化肥，到店里买、开票买',
    body: '乡亲们，春耕要备货了：\n1. 到有执照的店买，要发票或者收据，包装袋留到收割以后。\n2. 上门推销、流动车上卖的便宜肥，不买。\n3. 网上买的，不离开平台付钱，不私下加微信转账。\n4. 说有“国家补贴名额”、要先交钱的，是骗子；补贴由镇里、村里通知，不收费。\n出了假货打12315，受了骗打110。农药放在孩子够不着的地方。',
    spoken:
      '春耕备货，种子化肥到店里买，要收据。流动车上的便宜肥不买。网上买的，不离开平台付钱。说有补贴名额要先交钱的，是骗子。假货打12315，受骗打110。农药放到孩子够不着的地方。',
    urgency: 'ordinary',
    channels: everywhere,
    care: careOld,
    seasonFrom: '02-15',
    seasonTo: '05-10',
    seasonNote: '春耕前后',
    basis: '种子法；消费者权益保护法',
  },
  {
    ...fraud,
    key: 'school-fee-fraud',
    title: '班级群里收钱，先打老师电话',
    body: '家长们，开学前后，骗子会换上老师的头像和名字进班级群，说要交资料费、军训费。\n1. 群里忽然收钱、只给一个二维码、催着今天交的，先不扫。\n2. 打老师原来的电话问，或者看学校正式的通知。\n3. 班主任请把群设成“进群要同意”，把不认识的人请出去。\n4. 已经转了，截图留好，马上打110。',
    spoken:
      '家长注意。班级群里忽然收钱，先不扫码。打老师原来的电话问一声。骗子会换上老师的头像和名字。已经转了，截图留好，马上打110。',
    urgency: 'important',
    channels: withMoments,
    care: '带孙子的爷爷奶奶不看群的，请老师打电话。',
    seasonFrom: '08-20',
    seasonTo: '09-20',
    seasonNote: '秋季开学；春季开学前也可以发',
    basis: '公安部公布的高发类型：冒充学校收费',
  },
]
