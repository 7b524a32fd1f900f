import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doorText, placeText } from './place-text.ts'

test('an address that begins with its village does not say it twice', () => {
  assert.equal(placeText({ villageName: '成功塘村', address: '成功塘村2组20号' }), '成功塘村2组20号')
  assert.equal(placeText({ villageName: '东村', address: '3组12号' }), '东村 3组12号')
  assert.equal(placeText({ villageName: '东村', address: '' }), '东村')
  assert.equal(placeText({ villageName: null, address: '3组12号' }), '3组12号')
  assert.equal(placeText(null), '')
})

test('beside the name of its village, only the rest of an address is said', () => {
  assert.equal(doorText({ villageName: '成功塘村', address: '成功塘村2组20号' }), '2组20号')
  assert.equal(doorText({ villageName: '东村', address: '3组12号' }), '3组12号')
  assert.equal(doorText({ villageName: '东村', address: '东村' }), '东村')
})
