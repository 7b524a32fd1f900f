import assert from 'node:assert/strict'
import { test } from 'node:test'
import { initialsOf } from './name-initials.ts'

test('surnames by how they sound as surnames', () => {
  const surnames =
    '赵z钱q孙s李l周z吴w郑z王w冯f陈c卫w蒋j沈s韩h杨y朱z秦q许x何h吕l施s张z孔k曹c严y金j魏w陶t姜j谢x邹z喻y柏b水s窦d章z云y苏s潘p葛g' +
    '范f彭p郎l鲁l韦w马m苗m方f任r袁y柳l鲍b史s唐t费f薛x雷l贺h汤t罗l郝h安a常c于y傅f齐q康k伍w余y顾g孟m黄h萧x尹y姚y汪w毛m戴d宋s熊x' +
    '舒s祝z董d梁l杜d阮r蓝l闵m季j贾j路l江j童t郭g林l刁d钟z徐x邱q高g夏x蔡c田t胡h凌l霍h万w柯k管g卢l莫m丁d邓d洪h包b左z石s崔c龚g程c' +
    '陆l翁w甄z曲q封f储c靳j段d巫w焦j牧m山s谷g车c侯h全q班b仰y秋q宁n甘g厉l武w符f刘l景j龙l叶y黎l白b赖l卓z乔q闻w党d谭t申s冉r牛n尚s' +
    '农n温w庄z柴c习x艾a向x古g易y廖l耿g满m匡k文w欧o沙s丰f关g游y岳y帅s肖x佘s佟t涂t占z粟s卿q邝k麦m区o冼x曾z单s解x仇q查z翟z盖g朴p覃q'
  for (const [, surname, letter] of surnames.matchAll(/(\p{Script=Han})([a-z])/gu))
    assert.equal(initialsOf(surname!), letter, surname)
})

test('double surnames, letters, spaces, rare and traditional characters, nothing', () => {
  assert.equal(initialsOf('尉迟恭'), 'ycg')
  assert.equal(initialsOf('欧阳娜娜'), 'oynn')
  assert.equal(initialsOf('曾解曾'), 'zjc')
  assert.equal(initialsOf(' 劉德華 '), 'ldh')
  assert.equal(initialsOf('Anna 李'), 'annal')
  assert.equal(initialsOf('ＡＢ李'), 'abl')
  assert.equal(initialsOf('😀·'), '')
  assert.equal(initialsOf(''), '')
})
