import { cite } from './sources.ts'
import { recheckOn, rereadOn, type ScriptText, split } from './starter-script.ts'

export const safetyRoadsScripts: ScriptText[] = [
  {
    code: 'SA03',
    scenario: 'safety',
    topic: '道路',
    title: '戴头盔、系安全带、不载人',
    body: '{居民称呼}，{所名}提醒您：骑摩托、坐摩托都戴头盔、扣好带子，坐汽车前后排都系安全带。三轮车、拖拉机、货车斗里不坐人，赶场、办酒、摘茶下工也一样，人多分几趟走。',
    spoken: '骑摩托戴头盔、扣好带子，坐车系安全带。三轮车、拖拉机、货车斗里莫坐人。',
    keywords: split(
      '头盔 安全带 摩托 骑车 接崽 三轮车 拖拉机 坐车斗 赶场 坐一车人 罚不罚 农用车 站了十几个人 后斗',
    ),
    sources: [cite('roadTraffic', 50, 51, 55)],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'SA04',
    scenario: 'safety',
    topic: '道路',
    title: '喝酒不开车',
    body: '{居民称呼}，{所名}提醒您：喝了酒不开车、不骑摩托，隔夜酒没醒也不开。饮酒驾车暂扣驾驶证6个月、罚1000到2000元，醉驾追究刑事责任。请客的，散席多问一句怎么回。',
    spoken: '喝了酒莫开车、莫骑摩托，隔夜酒没醒也莫开。请客的，散席问一句怎么回。',
    keywords: split(
      '喝酒开车 酒驾 醉驾 代驾 喝了点酒 隔夜酒 吃酒席 喝两杯 昨晚喝的 醒酒 抿了 呷酒 呷醉 酒后',
    ),
    sources: [cite('roadTraffic', 91)],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'SA22',
    scenario: 'safety',
    topic: '道路',
    title: '出了车祸',
    body: '有人受伤先打120，再打122、110，这里不是报警电话。{居民称呼}，这里是{所名}。人先站到路边，打双闪，后面放三角牌。伤的人莫乱搬，拍下车、路和刹车印。对方要私了先走的，记下车牌，事故由交警来定。',
    spoken: '有人受伤先打幺二零，再打幺二二。人站到路边，伤的人莫乱搬，拍照，等交警来定。',
    keywords: split(
      '车祸 撞车 撞人 追尾 出车祸 肇事跑了 刮车 撞到老人 交通事故 翻车 两个车碰 躺地上 被撞 摔了车',
    ),
    sources: [cite('callScope'), cite('hotlineLinks')],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
  {
    code: 'SA23',
    scenario: 'safety',
    topic: '道路',
    title: '电动车、摩托夜里骑',
    body: '{居民称呼}，{所名}提醒您：骑电动车也戴头盔，省里有规定，以当地核实为准。夜里开灯、穿亮色，转弯先看后头，下坡莫熄火溜。电动车带孩子坐稳扣好，摩托后座不能坐没满12岁的。雨天慢一点，莫打伞骑车。',
    spoken: '骑电动车也戴头盔，夜里开灯穿亮色，转弯先看后头。带孩子坐稳，雨天慢一点。',
    keywords: split(
      '电动车头盔 夜里骑车 雨天骑车 带孩子 打伞骑车 电动车要戴头盔吗 没开灯 骑电动车 电驴 骑车注意 小电驴 天黑 后座 两轮',
    ),
    sources: [cite('roadTraffic', 51), cite('roadTrafficRules', 55), cite('safetySense')],
    auxiliaryMay: true,
    expiresOn: recheckOn,
  },
  {
    code: 'SA24',
    scenario: 'safety',
    topic: '道路',
    title: '无人机',
    body: '{居民称呼}，{所名}提醒您：玩无人机先实名登记，在能飞的地方飞，高过120米不行，孩子玩要有大人带。莫对着人家屋里拍，莫在人堆上飞。乱飞的依法要罚。看见天上有可疑的，记个时间方向告诉我们。',
    spoken: '玩无人机先登记，莫飞高，莫对着人家屋里拍，孩子玩要大人带。',
    keywords: split(
      '无人机 航拍 飞机拍我家 黑飞 小飞机 飞手 实名登记 天上拍 嗡嗡 飞行器 摄像头飞 遥控 禁飞 拍到我',
    ),
    sources: [cite('publicOrder', 46), cite('drones')],
    auxiliaryMay: true,
    expiresOn: rereadOn,
  },
]
