import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type GuideAnswers, ownList, unsure } from '../../../contract/narrow-guide.ts'
import type { GuideQuestion, Material } from '../../../contract/services.ts'
import { listMaterials, sayWhatToBring } from './say-papers.ts'

const paper = (key: string, name: string, more: Partial<Material> = {}): Material => ({
  key,
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
const question = (key: string, text: string, yes: string, no: string, leadsTo: string | null = null) =>
  ({
    key,
    text,
    answers: [
      { key: 'yes', text: yes, leadsTo: null },
      { key: 'no', text: no, leadsTo },
    ],
  }) satisfies GuideQuestion

const questions = [
  question('here', '户口在这里吗？', '在', '不在', 'guide:move-in'),
  question('married', '是因为结婚吗？', '是', '不是'),
  question('head', '户主能一起来吗？', '能', '来不了'),
]
const materials = [
  paper('card', '身份证', { copies: 2 }),
  paper('marriage', '结婚证', {
    neededWhen: '因为结婚分户的',
    when: [{ question: 'married', answer: 'yes' }],
  }),
  paper('consent', '户主的意见', {
    neededWhen: '户主来不了的',
    when: [{ question: 'head', answer: 'no' }],
  }),
  paper('hukou', '集体户口页', { neededWhen: '在集体户的' }),
  paper('form', '分户申请', { form: 'at_window' }),
  paper('looked-up', '低保证', { shared: true }),
]
const conditionsWhen = [{ text: '结了婚的，夫妻一起来', when: [{ question: 'married', answer: 'yes' }] }]
const say = (answers: GuideAnswers, of: object = {}) => {
  const guide = { questions, materials, conditionsWhen, ...of }
  const { conditions, ...list } = ownList(guide, answers)
  return sayWhatToBring({
    ...list,
    conditions: conditions.map(({ text }) => text),
    whole: guide.materials.length,
  })
}

const always = '请带好：身份证（2份）'
const group = '集体户口页（在集体户的）'
const cases: [string, GuideAnswers, string][] = [
  [
    'nothing answered: what is not certain is named with its condition',
    {},
    `${always}。看您家情况，也许还要：结婚证（因为结婚分户的）；户主的意见（户主来不了的）；${group}。`,
  ],
  [
    'all answered: hers without any condition, the others not at all; what no question decides keeps its condition',
    { here: 'yes', married: 'yes', head: 'yes' },
    `${always}；结婚证。看您家情况，也许还要：${group}。结了婚的，夫妻一起来。`,
  ],
  [
    'not sure: nothing is taken off',
    { here: 'yes', married: unsure, head: 'no' },
    `${always}；户主的意见。看您家情况，也许还要：结婚证（因为结婚分户的）；${group}。结了婚的，夫妻一起来。`,
  ],
  [
    'half way: what comes after is still open',
    { here: 'yes', married: 'no' },
    `${always}。看您家情况，也许还要：户主的意见（户主来不了的）；${group}。`,
  ],
  [
    'an answer that is not on the way counts for nothing',
    { head: 'yes', gone: 'yes' },
    `${always}。看您家情况，也许还要：结婚证（因为结婚分户的）；户主的意见（户主来不了的）；${group}。`,
  ],
  [
    'an answer nobody can give counts for nothing',
    { here: 'maybe', constructor: 'yes' } as unknown as GuideAnswers,
    `${always}。看您家情况，也许还要：结婚证（因为结婚分户的）；户主的意见（户主来不了的）；${group}。`,
  ],
]
for (const [name, answers, sentence] of cases) test(name, () => assert.equal(say(answers), sentence))

test('answers that lead to another matter name no papers of this one', () =>
  assert.match(say({ here: 'no' }), /^照您说的情况，要办的可能是别的事，来之前请先问我们一句/))

test('where every paper falls away nothing has to be brought; a guide without papers says nothing', () => {
  const only = materials.slice(1, 2)
  assert.equal(say({ here: 'yes', married: 'no' }, { questions, materials: only }), '不用带材料。')
  assert.equal(say({}, { questions, materials: only }), '看您家情况，也许还要：结婚证（因为结婚分户的）。')
  assert.equal(say({}, { questions, materials: [] }), '')
})

test('questions that lead in a circle end, and take nothing off that they did not ask', () => {
  const round = [
    {
      ...questions[1]!,
      answers: questions[1]!.answers.map((each) => ({ ...each, leadsTo: 'question:married' })),
    },
    questions[2]!,
  ]
  assert.equal(
    say({ married: 'no', head: 'yes' }, { questions: round, materials }),
    `${always}。看您家情况，也许还要：户主的意见（户主来不了的）；${group}。`,
  )
})

test('in one line for a script the whole list keeps its conditions, her own loses those that are decided', () => {
  assert.equal(
    listMaterials(materials),
    `身份证（2份）；结婚证（因为结婚分户的）；户主的意见（户主来不了的）；${group}`,
  )
  const guide = { questions, materials, conditionsWhen: [] }
  const { bring, waived } = ownList(guide, { here: 'yes', married: 'yes', head: 'yes' })
  assert.equal(listMaterials(bring), `身份证（2份）；结婚证；${group}`)
  assert.deepEqual(
    waived.map(({ key }) => key),
    ['consent'],
  )
})
