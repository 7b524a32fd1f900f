import type { ConditionWhen, Guide, GuideChange, GuideQuestion, When } from '../../api/services.ts'

export const lineFields = [
  'conditions',
  'proxies',
  'plain',
  'steps',
  'notAskedFor',
  'mistakes',
  'legalBasis',
  'askedAs',
] as const
export type LineField = (typeof lineFields)[number]

type Paper = Omit<Guide['materials'][number], 'when' | 'neededWhen' | 'note'> & {
  neededWhen?: string | null
  note?: string | null
  when?: string[]
}
type Condition = { text: string; when: string[] }

/** A guide as the form holds it: lists as lines, rules as `question.answer`. */
export type GuideFields = Pick<
  Guide,
  | 'name'
  | 'summary'
  | 'timeLimit'
  | 'feeYuan'
  | 'feeNote'
  | 'where'
  | 'expiresOn'
  | 'workingDays'
  | 'needsCheck'
  | 'bookable'
  | 'minutes'
  | 'sameDay'
  | 'noPapers'
> &
  Record<LineField, string> & {
    online?: string | null
    basisOn?: string | null
    ownerId?: string | null
    hidden: boolean
    materials: Paper[]
    questions: GuideQuestion[]
    conditionsWhen: Condition[]
  }

const linesOf = (text: string | undefined) =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
const rulesOf = (when: When[]) => when.map(({ question, answer }) => `${question}.${answer}`)
const whenOf = (rules: string[] | undefined): When[] =>
  (rules ?? []).map((rule) => {
    const [question = '', answer = ''] = rule.split('.')
    return { question, answer }
  })
const saidOrNull = (text: string | null | undefined) => text?.trim() || null

export function fieldsOf(guide: Guide): GuideFields {
  const lines = Object.fromEntries(lineFields.map((name) => [name, guide[name].join('\n')]))
  return {
    ...guide,
    ...(lines as Record<LineField, string>),
    ownerId: guide.owner?.id ?? null,
    hidden: guide.hiddenAt !== null,
    materials: guide.materials.map((material) => ({ ...material, when: rulesOf(material.when) })),
    conditionsWhen: guide.conditionsWhen.map(({ text, when }) => ({ text, when: rulesOf(when) })),
  }
}

/** What the form says, for the server. Fields half filled go as they are: the server says what is missing. */
export function changeOf(fields: GuideFields): Omit<GuideChange, 'version'> {
  const { materials, questions, conditionsWhen, online, basisOn, ownerId, ...rest } = fields
  const lines = Object.fromEntries(lineFields.map((name) => [name, linesOf(fields[name])]))
  return {
    ...rest,
    ...(lines as Record<LineField, string[]>),
    // Who adds a paper to a guide without any has thought better of it.
    noPapers: (materials ?? []).length === 0 && (rest.noPapers ?? false),
    feeYuan: rest.feeYuan ?? null,
    workingDays: rest.workingDays ?? null,
    feeNote: rest.feeNote ?? '',
    online: saidOrNull(online),
    basisOn: basisOn || null,
    ownerId: ownerId ?? null,
    materials: (materials ?? []).map(({ when, neededWhen, note, ...paper }) => ({
      key: paper.key,
      name: paper.name?.trim() ?? '',
      form: paper.form,
      copies: paper.copies ?? 1,
      electronic: paper.electronic ?? false,
      shared: paper.shared ?? false,
      neededWhen: saidOrNull(neededWhen),
      note: saidOrNull(note),
      when: whenOf(when),
    })),
    questions: (questions ?? []).map(({ key, text, answers }) => ({
      key,
      text: text?.trim() ?? '',
      answers: (answers ?? []).map((answer) => ({
        key: answer.key,
        text: answer.text?.trim() ?? '',
        leadsTo: answer.leadsTo || null,
      })),
    })),
    conditionsWhen: (conditionsWhen ?? []).map(({ text, when }) => ({
      text: text?.trim() ?? '',
      when: whenOf(when),
    })) satisfies ConditionWhen[],
  }
}

/**
 * The same as a change of this guide. An owner nobody touched is left out: where the chief stands in for nobody, she would
 * go on owning it after another is chief.
 */
export function changeFrom(guide: Guide, fields: GuideFields): GuideChange {
  const { ownerId, ...change } = changeOf(fields)
  const kept = ownerId === (guide.owner?.id ?? null)
  return { version: guide.version, ...change, ...(kept ? {} : { ownerId: ownerId ?? null }) }
}

/** The guide as residents would read it if this were saved. */
export function draftOf(guide: Guide, fields: GuideFields, names: Map<string, string>): Guide {
  const { ownerId: _owner, hidden: _hidden, ...change } = changeOf(fields)
  const slugs = (change.questions ?? []).flatMap(({ answers }) =>
    answers.flatMap(({ leadsTo }) => (leadsTo?.startsWith('guide:') ? [leadsTo.slice(6)] : [])),
  )
  return {
    ...guide,
    ...(change as Partial<Guide>),
    otherGuides: [...new Set(slugs)].flatMap((slug) => {
      const name = names.get(slug)
      return name ? [{ slug, name }] : []
    }),
  }
}

/** A key nothing else in the guide has: ticks and answers hang on it. */
export const newKey = (letter: string) => `${letter}-${Date.now().toString(36)}${(made++).toString(36)}`
let made = 0
