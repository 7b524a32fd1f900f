import { listWords } from './find-words.ts'

/** Who can be lost or hurt. `frail` are children, the old and the confused: missed within minutes. */
export const frailWords = listWords(`
  小孩 孩子 细伢子 细伢 细妹子 伢子 伢崽 伢崽子 细崽 毛毛 毛伢 宝宝 娃 娃娃 崽 满崽 崽女 儿子 女儿 妹子 妹陀 孙子 孙女 孙崽 外孙 小朋友 学生 学生伢 男童 女童 儿童 婴儿 驴友 初中生 小学生 男孩 女孩 姑娘 幼儿 侄子 侄女 外甥
  老人 老人家 老头 老头子 老倌子 老倌 老爷子 老太太 老太婆 老婆婆 老奶奶 老母亲 老父亲 老爸 老妈 老娘 老爷 爷爷 奶奶 外公 外婆 爹爹 娭毑 嗲嗲 阿公 阿婆 爷老子 爷老倌 娘老子 娘老倌 爸爸 妈妈 爸 妈 爷 娘 爷娘 爹娘
  父亲 母亲 公公 婆婆 岳母 岳父 家娘 家爷 精神病人 智障 痴呆 老年痴呆 残疾人 傻子 哑巴 聋子 五保户
`)

export const grownWords = listWords(`
  人 老婆 堂客 婆娘 媳妇 老公 男人 女人 妻子 丈夫 爱人 对象 女朋友 男朋友 前夫 前妻 弟弟 老弟 妹妹 老妹 哥哥 老兄 姐姐 同学 室友 同事 工人 司机 邻居 师傅 女婿 嫂子 叔叔 伯伯 舅舅 姑姑 姨 表弟 表哥 民警 辅警 大人
`)

export const pronounWords = listWords('我 他 她 你 我们 他们 她们 俺 自己 咱')

/** Animals and objects: a lost cow is a matter for the volunteers, not for the alarm. */
export const thingWords = listWords(`
  牛 水牛 黄牛 猪 羊 狗 狗狗 猫 鸡 鸭 鹅 鱼 兔 马 蜂箱 鸽子 鸟 土狗 小狗 牛崽 狗崽 猪崽 鸡鸭 畜生 牲口
  身份证 户口本 户口簿 户口 驾照 驾驶证 行驶证 护照 居住证 出生证 结婚证 房产证 证件 银行卡 社保卡 医保卡 电话卡 存折 手机 电话 钱包 包 书包 钱 现金 钥匙 耳环 戒指 项链 首饰 手表 电脑 平板 行李 衣服 快递 包裹 东西 材料 资料 回执 单据 发票 借条 合同
  车牌 号牌 牌照 电瓶 车钥匙 农机 抽水机 水泵 电缆 电线 井盖 树 竹子 竹 庄稼 秧苗 谷子 稻谷 果树 木头 路灯 无人机 渔网 鱼竿
  账号 微信 软件 系统 网络 轮胎 机器 空调 冰箱 电视
`)

/** Things with people in them: lost they are property, overturned they are not. */
export const vehicleWords = listWords(
  '电动车 摩托车 摩托 自行车 单车 三轮车 货车 面包车 汽车 轿车 拖拉机 车子 车 船',
)

/** What says that somebody is gone. `goneSurely` for anybody, `goneMaybe` only for the frail and at the end of a clause. */
export const goneSurely = listWords(`
  不见{了|哒|人|一天|两天|半天|几天|好久} 不见踪影 走失 走丢 走散 跑丢 失踪 离家出走 出走 不知去向 不知所踪 不晓得去哪 不知道去哪 冇得影 没影了 冇影哒 失联 走失哒 跑不见 走不见 玩不见 看丢了 转眼就不见
`)
export const goneMaybe = listWords(`
  {没|没有|冇|还没|还冇|一直没|一直冇|到现在没|一晚没|一夜没}{回家|回来|归屋|回屋|到家|到学校|来学校} 未归 丢{了|哒} 弄丢了 {找|寻}{不|冇}{到|着|倒|见}{了|哒|人|} {到处找|到处寻|四处找} 联系不{上|到} {打不通|关机} {没|冇|冇得|没有}{看|见}{见|到}人 看不到人 不在屋里 {没|冇}在学校 {跑|走|冲}出{去|门}{了|哒} {还|都}{没|冇}{看|见}到人 {没|冇|冇得|没有}{看见|看到|见到}{了|哒} 上了{陌生人|别人|人家|一个人|个}的车 被{人|别人|陌生人}接走 {没|没有|冇|一直没|还没}{下山|到校|接到孩子|接到人} 少了{一|两}个{孩子|人|学生} 家人{正在|到处|在}找 {不|没}{知道|晓得}{在|走到|去了|去}哪{里|} 留了{一封信|条子|字条|纸条|封信} {找|寻}{了|哒}{一|半|几|两} {上|坐上}{了|}{辆|台|一辆|一台}{面包车|车|黑车} {不会|不晓得|不知道|讲不清|说不清}{讲|说|}{自己|}住{哪|在哪} {一个人|自己}{坐公交|坐车|跑|走}{跑|走|}{了|丢了|出去了} 只有{拖鞋|鞋} 电话也不接
`)
