import type { Scenario } from '../../../../contract/vocabulary.ts'

/**
 * What can be wrong, and the words that say so.
 * `cry`: said by somebody in need; little takes it back.
 * `plain`: says that it is happening; what stands around it may take it back (`stoppedBy`, see guards.ts).
 * `topic`: only names it; counts when something says that it happens now or to somebody.
 * `denied`: a 没, 冇, 不是 before the word takes it back (never for somebody who speaks of dying).
 * `feared`: so does a 防, 怕, 会不会, 引起 before it. `people`: not when an animal or an object stands
 * right before it. `{a|b}` spells out both; Xiang words stand beside the standard ones.
 */
export type Danger = {
  name: string
  because: string
  scenario: Scenario
  cry?: string
  plain?: string
  topic?: string
  stoppedBy: number
  denied?: true
  feared?: true
  people?: true
}
