import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Guide } from '../../api/services.ts'
import { changeFrom, fieldsOf, lineFields } from './guide-fields.ts'

const chief = { id: 'chief', name: '周所长' }
const guide = {
  ...Object.fromEntries(lineFields.map((name) => [name, []])),
  ...{
    version: 3,
    name: '分户',
    owner: chief,
    hiddenAt: null,
    materials: [],
    questions: [],
    conditionsWhen: [],
  },
} as unknown as Guide

test('an owner is written only where somebody chose one', () => {
  const fields = fieldsOf(guide)
  assert.equal('ownerId' in changeFrom(guide, { ...fields, name: '分家立户' }), false)
  assert.equal(changeFrom(guide, { ...fields, ownerId: 'wang' }).ownerId, 'wang')
  assert.equal(changeFrom(guide, { ...fields, ownerId: undefined }).ownerId, null)
  assert.equal(changeFrom(guide, fields).version, 3)
})
