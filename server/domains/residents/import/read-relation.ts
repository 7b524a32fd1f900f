import type { RelationKind } from '../../../../contract/person-words.ts'

/** Kin only: whose guardian or carer somebody is stands in no roster. */
export const kinKinds = ['parent', 'spouse', 'sibling', 'grandparent'] as const satisfies RelationKind[]
export type Kin = (typeof kinKinds)[number]

/** What a roster's word says: `from` is who is the parent, spouse … of the other. */
export type SaidRelation = { kind: Kin; from: 'head' | 'self' }

const nth = '(?:[长次一二三四五六七八九十大小幼]|老[大二三四五六七])?'
const whole = (words: string) => new RegExp(`^(?:${words})$`)

/**
 * The words of GB/T 4761 and those of the villages. In-laws, step-parents, great-grandparents, cousins and everybody
 * else are none of the closed list and stay unsaid; so do words that villages use of different people (爹, 爷, 媳妇).
 */
const said: [RegExp, SaidRelation][] = [
  [whole('配偶|夫妻|夫妇|爱人|妻|妻子|老婆|夫|丈夫|老公'), { kind: 'spouse', from: 'self' }],
  [
    whole(`子女|${nth}(?:子|女|儿|儿子|女儿)|(?:独生?|养|亲生?)(?:子|女|儿子|女儿)`),
    { kind: 'parent', from: 'head' },
  ],
  [whole('父母|[养生]?[父母]亲?|爸|妈|爸爸|妈妈'), { kind: 'parent', from: 'self' }],
  [whole(`外?${nth}外?孙(?:子|女|儿|子女|儿女)?`), { kind: 'grandparent', from: 'head' }],
  [whole('外?祖[父母]|外?祖父母|爷爷|奶奶|外公|外婆|姥姥|姥爷'), { kind: 'grandparent', from: 'self' }],
  [
    whole(`${nth}(?:哥|哥哥|兄|兄长|弟|弟弟|姐|姐姐|妹|妹妹)|胞[兄弟姐妹]|兄弟|姐妹|兄妹|姐弟|兄弟姐妹`),
    { kind: 'sibling', from: 'self' },
  ],
]

/** What she is to the head, or the head to her; null for a word that says none of it. */
export function readRelation(text: string): SaidRelation | null {
  const word = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/\(.*\)$/, '')
    .replace(/^[系是]?(?:户主|本人)?[的之]?/, '')
  return said.find(([words]) => words.test(word))?.[1] ?? null
}
