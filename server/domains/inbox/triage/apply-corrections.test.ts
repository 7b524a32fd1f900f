import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { officeCodes, scenarios } from '../../../../contract/vocabulary.ts'
import { applyCorrections, type Correction } from './apply-corrections.ts'
import { starterModel } from './model.ts'
import { readMessage } from './read-message.ts'

const read = (text: string, model = starterModel) => readMessage({ text, villages: [] }, model)
const again = (correction: Correction, times: number) => Array.from({ length: times }, () => correction)

test('three corrections of a phrase move it, and the messages like it', () => {
  const text = '祠堂的灯又亮了一晚上'
  const before = read(text).scenario
  const wanted = scenarios.find((scenario) => scenario !== before && scenario !== 'other_office')!
  const model = applyCorrections(starterModel, again({ text, scenario: wanted }, 3))
  assert.equal(read(text, model).scenario, wanted)
  assert.equal(read(`请问${text}，怎么搞`, model).scenario, wanted)
})

test('every pair of scenarios can be corrected in three', () => {
  for (const text of ['祠堂的灯又亮了一晚上', '那个事情你们看一下', '隔壁屋里的老樟树']) {
    for (const scenario of scenarios) {
      const office = scenario === 'other_office' ? 'power' : null
      const reading = read(text, applyCorrections(starterModel, again({ text, scenario, office }, 3)))
      assert.equal(reading.scenario, scenario, `${text} → ${scenario}`)
      if (office) assert.equal(reading.office, office)
    }
  }
})

test('one slip does not turn a clear case', () => {
  const text = '身份证掉了要到哪里补办'
  const model = applyCorrections(starterModel, [{ text, scenario: 'public_information' }])
  assert.equal(read(text, model).scenario, 'business')
})

test('other messages stay as they were', () => {
  const model = applyCorrections(starterModel, again({ text: '祠堂的灯又亮了一晚上', scenario: 'safety' }, 3))
  for (const text of ['细伢子上户口要带么子', '他欠我三万块钱不还', '有人喊我刷单垫钱']) {
    assert.equal(read(text, model).scenario, read(text).scenario)
  }
})

test('no correction can turn off an emergency', () => {
  const alarms = [
    '着火了',
    '不想活了',
    '我老公正在打我',
    '小孩不见了',
    '刚转了两万给骗子',
    '崽在窗户外面坐着',
  ]
  const correction = fc.record({
    text: fc.oneof(fc.constantFrom(...alarms), fc.string()),
    scenario: fc.constantFrom(...scenarios),
    office: fc.constantFrom(...officeCodes, null),
  })
  fc.assert(
    fc.property(
      fc.array(correction, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...alarms),
      (list, text) => {
        const model = applyCorrections(starterModel, list)
        assert.equal(read(text, model).emergency, true)
        assert.equal(model.danger, starterModel.danger)
        assert.equal(model.dangerAt, starterModel.dangerAt)
      },
    ),
    { numRuns: 30 },
  )
})

test('the same corrections give the same model under the same name; the starter is untouched', () => {
  const list = again({ text: '祠堂的灯', scenario: 'safety' }, 2)
  const before = starterModel.scenario.weights.slice()
  const [one, two] = [applyCorrections(starterModel, list), applyCorrections(starterModel, list)]
  assert.equal(one.version, two.version)
  assert.notEqual(one.version, starterModel.version)
  assert.deepEqual(one.scenario.weights, two.scenario.weights)
  assert.deepEqual(starterModel.scenario.weights, before)
  assert.equal(applyCorrections(starterModel, []), starterModel)
})

test('an office that only a person chooses is kept as her word and teaches the weights no wrong one', () => {
  const text = '司机把我丢在半路上，跟他吵了几句，车费也不退'
  const told = applyCorrections(starterModel, [{ text, scenario: 'other_office', office: 'transport' }])
  assert.deepEqual(told.office, starterModel.office)
  assert.notDeepEqual(told.scenario, starterModel.scenario)
})
