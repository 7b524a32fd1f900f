import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Guide, Material } from '../../api/services.ts'
import { papersText } from './papers-text.ts'

const paper = (name: string, more: Partial<Material> = {}): Material => ({
  key: name,
  name,
  form: 'original',
  copies: 1,
  electronic: false,
  shared: false,
  neededWhen: null,
  note: null,
  when: [],
  ...more,
})

test('papers become a numbered list with what has to be said of each', () => {
  const materials = [
    paper('居民户口簿'),
    paper('身份证', { form: 'copy', copies: 2, electronic: true }),
    paper('结婚证', { neededWhen: '因结婚分户' }),
  ]
  const guide = { name: '分户', materials, timeLimit: '当场办结', notice: '以窗口核实为准' } as Guide
  assert.equal(
    papersText(guide),
    [
      '办“分户”请带这些材料：',
      '1. 居民户口簿',
      '2. 身份证（复印件2份，电子证照也行）',
      '3. 结婚证（因结婚分户）',
      '办理时限：当场办结',
      '以窗口核实为准',
    ].join('\n'),
  )
})
