import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMessage } from './read-message.ts'

const villages = [
  { id: 'queshan', names: ['鹊山村', '老矿坪'] },
  { id: 'meiming', names: ['梅鸣村', '梅鸣'] },
  { id: 'dachengqiao', names: ['大成桥村', '大成桥'] },
  { id: 'qingquan', names: ['青泉社区'] },
  { id: 'erquan', names: ['二泉村', '二泉村新屋组'] },
]

const rows: [string, string | null][] = [
  ['鹊山村三组吵架了', 'queshan'],
  ['鹊山那边的路灯坏了', 'queshan'],
  ['老矿坪丢了鸡', 'queshan'],
  ['大成桥村的牛不见了', 'dachengqiao'],
  ['大成桥镇上停电了', null],
  ['大成桥派出所几点上班', null],
  ['我在大成桥', null],
  ['青泉社区的广场舞', 'qingquan'],
  ['我是梅鸣村的，鹊山村路口有人吵架', 'queshan'],
  ['我是梅鸣村的，想办身份证', 'meiming'],
  ['梅鸣村和二泉村新屋组的地界', 'erquan'],
  ['鹊 山 村 的路', 'queshan'],
  ['不知道哪里', null],
]

for (const [text, villageId] of rows) {
  test(`${text} → ${villageId ?? '没有'}`, () => {
    const reading = readMessage({ text, villages, townName: '大成桥镇' })
    assert.equal(reading.villageId, villageId)
    assert.equal(
      reading.reasons.some((reason) => reason.kind === 'village'),
      villageId !== null,
    )
  })
}

test('without a place in the text the sender’s village counts, and the reason says so', () => {
  const reading = readMessage({ text: '想补身份证', villages, defaultVillageId: 'meiming' })
  assert.equal(reading.villageId, 'meiming')
  assert.match(reading.reasons.find((reason) => reason.kind === 'village')!.because, /来信人住的村/)
})

test('a place in the text goes before the sender’s village; the station’s name serves as the town’s', () => {
  const asked = { villages, defaultVillageId: 'meiming', townName: '大成桥派出所' }
  assert.equal(readMessage({ text: '鹊山村的塘边没围栏', ...asked }).villageId, 'queshan')
  assert.equal(readMessage({ text: '我到大成桥赶集', ...asked }).villageId, 'meiming')
})
