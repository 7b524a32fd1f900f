import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyCorrections } from './apply-corrections.ts'
import { inEarnest } from './held-out-rows.ts'
import { measureModel, refuseCandidate, worstMistakes } from './judge-candidate.ts'
import { starterModel } from './model.ts'
import { applyChanges, packChanges } from './model-changes.ts'

const before = measureModel(inEarnest, starterModel)

test('the delivered reading keeps what was reached on the set in many voices', () => {
  assert.ok(before.missed <= before.emergencies * 0.02, `${before.missed} missed`)
  assert.ok(before.falseAlarms <= before.calm * 0.03, `${before.falseAlarms} rung for nothing`)
  assert.ok(before.macroF1 >= 0.9, `${before.macroF1}`)
})

test('a model that hears fewer emergencies is refused, and so is one that rings or sorts worse', () => {
  assert.equal(refuseCandidate(before, before), null)
  const deaf = measureModel(inEarnest, { ...starterModel, dangerAt: 99, calmBelow: 99 })
  assert.match(refuseCandidate(before, deaf)!, /漏掉的急事/)
  const nervous = measureModel(inEarnest, { ...starterModel, dangerAt: -99, calmBelow: -99 })
  assert.match(refuseCandidate(before, nervous)!, /误报/)
  const confused = {
    ...starterModel,
    scenario: { ...starterModel.scenario, weights: new Float32Array(65536 * 6) },
  }
  assert.match(refuseCandidate(before, measureModel(inEarnest, confused))!, /分类变差/)
})

test('mistakes come the worst first', () => {
  const mistakes = worstMistakes(inEarnest, { ...starterModel, dangerAt: 99, calmBelow: 99 }, 10)
  assert.equal(mistakes.length, 10)
  assert.ok(mistakes.every(({ emergency }) => emergency))
})

test('what a model changes is kept in a few bytes and gives the same model', () => {
  const corrections = [
    { text: '祠堂的灯又亮了一晚上', scenario: 'safety' as const },
    { text: '祠堂停电了', scenario: 'other_office' as const, office: 'power' as const },
  ]
  const taught = applyCorrections(starterModel, corrections)
  const packed = packChanges(starterModel, taught)
  assert.ok(packed.length < 20_000)
  const again = applyChanges(starterModel, taught.version, packed)
  assert.deepEqual(again.scenario.weights, taught.scenario.weights)
  assert.deepEqual(again.office.weights, taught.office.weights)
  assert.equal(applyChanges(starterModel, 'same', packChanges(starterModel, starterModel)).version, 'same')
})
