import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CaseKind, caseKinds, caseStatuses, roles } from '../../../contract/vocabulary.ts'
import { mayDecide, requireChange, stepBetween } from './rules.ts'

const ways: Record<string, string> = {
  'open → in_progress': 'change',
  'open → waiting_resident': 'change',
  'open → done': 'outcome',
  'in_progress → waiting_resident': 'change',
  'in_progress → done': 'outcome',
  'waiting_resident → in_progress': 'change',
  'waiting_resident → done': 'outcome',
  'done → closed': 'change',
  'done → in_progress': 'reopening',
  'closed → in_progress': 'reopening',
}

for (const from of caseStatuses) {
  for (const to of caseStatuses) {
    const way = ways[`${from} → ${to}`] ?? null
    test(`${from} → ${to}: ${way ?? 'no way'}`, () => {
      assert.equal(stepBetween(from, to), way)
      if (way === 'change') requireChange(from, to)
      else assert.throws(() => requireChange(from, to), { code: 'conflict' })
    })
  }
}

test('every status can be left again, and from every one the matter can be taken up', () => {
  for (const from of caseStatuses) assert.ok(caseStatuses.some((to) => stepBetween(from, to)))
})

const officersOwn = new Set<CaseKind>(['dispute', 'fraud'])
test('who may decide what', () => {
  for (const role of roles) {
    for (const kind of caseKinds) {
      for (const emergency of [false, true]) {
        for (const conversationEmergency of [false, true]) {
          const expected =
            role !== 'auxiliary' || !(officersOwn.has(kind) || emergency || conversationEmergency)
          assert.equal(mayDecide(role, { kind, emergency, conversationEmergency }), expected)
        }
      }
    }
  }
})
