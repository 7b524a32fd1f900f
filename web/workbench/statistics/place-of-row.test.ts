import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figureRowKinds } from '../../../contract/statistics.ts'
import { placeOfRow } from './place-of-row.ts'

const id = '0190aaaa-0000-7000-8000-000000000001'

test('a row behind a figure leads to its page; a group, which has none, leads nowhere', () => {
  const places = figureRowKinds.map((kind) => [kind, placeOfRow({ kind, id, label: '东村12号 & 后院' })])
  assert.deepEqual(Object.fromEntries(places), {
    conversation: `/inbox/all/${id}`,
    case: `/cases/${id}`,
    household: `/residents?text=${encodeURIComponent('东村12号 & 后院')}`,
    contact: `/inbox/all?contact=${id}`,
    chat_group: null,
    script: `/scripts/${id}`,
  })
})

test('a household without an address has nothing to be found by', () => {
  assert.equal(placeOfRow({ kind: 'household', id, label: '' }), null)
})
