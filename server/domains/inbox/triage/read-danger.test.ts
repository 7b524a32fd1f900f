import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDanger } from './read-danger.ts'
import { readLetters } from './read-letters.ts'

/** What the words alone must hear; the trained score has no part in these. */
const emergencies = [
  '着火了',
  '我屋里着 火 了',
  '隔壁是不是着火了，好大的烟',
  '屋里燒起來了',
  '山上起火，风好大',
  '有人溺水',
  '有没有人管，塘里有人落水了',
  '伢子掉塘里去哒',
  '正在打人',
  '我老公又打我',
  '他拿刀冲过来了',
  '要砍死我全家',
  '不想活了',
  '我不想死，可是撑不下去了',
  '堂客喝农药了',
  '我要跳楼',
  '小孩不见了',
  '崽五岁，刚才在集上，一转眼就不见了',
  '娭毑走失哒',
  '爷爷到现在没回家',
  '一屋人煤气中毒了',
  '闻到煤气味，头好晕',
  '我爸晕倒了叫不醒',
  '老人摔下来，动不得',
  '货车撞了人，人躺着不动',
  '被毒蛇咬了',
  '屋后山体滑坡，人被埋了',
  '小孩反锁在车里',
  '刚被骗转了两万',
  '刚才转给骗子五千，还能止付吗',
  '我妈正在银行给骗子转账',
  '卡里的钱一笔一笔往外转',
  '有人撬我家门',
  '一个男的一直跟着我',
  '我被关在屋里，他们不放我走',
  '有人抢孩子',
  '救命',
  '快来人',
  '110',
  '报警',
  'help',
  'Help!!',
  'S.O.S',
  '救！',
  '去年打过我，现在又在打我',
  '昨天还好好的，刚刚喝药了',
  '电话里喊救命',
  '直播里有人在喝农药，就是我们村的',
  '精神病又发作了，拿东西砸人',
  '捡到一个手榴弹',
  'SOS',
]

const calm: [string, string][] = [
  ['怎么防火', ''],
  ['森林防火期是几月份', ''],
  ['想问一下溺水怎么预防', '预防'],
  ['去年被打，现在想问赔偿', '从前'],
  ['电视里有人喊救命', '电视'],
  ['明天消防演习，模拟着火了怎么跑', '演习'],
  ['没有着火，是烧草的烟', '没有'],
  ['冇打架，闹着玩的', '没有'],
  ['万一小孩走丢了怎么办', ''],
  ['身份证不见了', ''],
  ['我崽的户口本不见了', ''],
  ['牛掉到塘里了', '牲畜'],
  ['手机中毒了', ''],
  ['听说河里淹死人了，是真的吗', '传言'],
  ['打架要拘留几天', '事后'],
  ['昨天仓库着火了，已经扑灭了', '过去'],
  ['孩子找到了，谢谢', ''],
  ['怕电动车着火', '担心'],
  ['拨打人民调解电话', ''],
  ['累死人了，气死我了', ''],
  ['跳楼价卖家电', ''],
  ['要多带刀具去考试', ''],
  ['半年前被骗的两万有消息没有', ''],
  ['骗子要我转钱，我没转', ''],
  ['打110要钱吗', ''],
  ['报警回执丢了', ''],
  ['need help with my card', ''],
  ['救助站在哪', ''],
  ['老人走了怎么销户', ''],
  ['邻居不让我走他家门前的路', ''],
  ['水沟被堵在路边', ''],
  ['抢红包的群', ''],
]

for (const text of emergencies) {
  test(`急：${text}`, () => {
    const reading = readDanger(readLetters(text))
    assert.equal(reading.emergency, true)
    assert.ok(reading.reasons[0]!.because.length > 4)
  })
}

for (const [text, why] of calm) {
  test(`不急：${text}`, () => {
    const reading = readDanger(readLetters(text))
    assert.equal(reading.emergency, false, JSON.stringify(reading.reasons))
    if (why) assert.match(reading.reasons.map((reason) => reason.because).join(), new RegExp(why))
  })
}

test('words that were set aside are still shown to the person', () => {
  const { emergency, reasons } = readDanger(readLetters('去年隔壁着火了'))
  assert.equal(emergency, false)
  assert.match(reasons[0]!.because, /着火.*从前.*请人再看一眼/)
})
