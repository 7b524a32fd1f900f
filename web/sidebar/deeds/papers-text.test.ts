import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownList } from '../../../contract/narrow-guide.ts'
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
const guide = {
  name: '分户',
  timeLimit: '当场办结',
  notice: '以窗口核实为准',
  questions: [
    {
      key: 'why',
      text: '为什么分户？',
      answers: [
        { key: 'wed', text: '结了婚', leadsTo: null },
        { key: 'house', text: '有了自己的屋', leadsTo: null },
      ],
    },
  ],
  materials: [
    paper('居民户口簿'),
    paper('身份证', { form: 'copy', copies: 2, electronic: true }),
    paper('结婚证', { neededWhen: '因结婚分户', when: [{ question: 'why', answer: 'wed' }] }),
    paper('分户申请表', { form: 'at_window' }),
    paper('户籍底册', { shared: true }),
  ],
  conditionsWhen: [{ text: '夫妻两个都要来', when: [{ question: 'why', answer: 'wed' }] }],
} as unknown as Guide

const of = (answers: Record<string, string>) => papersText(guide, ownList(guide, answers))
const papers = ['1. 居民户口簿', '2. 身份证（复印件2份，电子证照也行）']
const end = ['办理时限：当场办结', '以窗口核实为准']

test('papers become a numbered list with what has to be said of each, and only of what is brought from home', () => {
  const whole = ['办“分户”请带这些材料：', ...papers, '3. 结婚证（因结婚分户）', ...end]
  assert.equal(of({}), whole.join('\n'))
})

test('a family that answered gets its own list: without what is not for it, and what is said without an if', () => {
  const wed = ['办“分户”请带这些材料：', ...papers, '3. 结婚证', '请注意：夫妻两个都要来', ...end]
  assert.equal(of({ why: 'wed' }), wed.join('\n'))
  assert.equal(of({ why: 'house' }), ['办“分户”请带这些材料：', ...papers, ...end].join('\n'))
})

test('where nothing has to be brought, that is what is said', () => {
  const none = { ...guide, materials: guide.materials.slice(3) }
  assert.equal(papersText(none, ownList(none, {})), ['办“分户”不用带材料，人来就行。', ...end].join('\n'))
})
