import type { CaseKind, Office, Scenario } from '../../../contract/vocabulary.ts'

/**
 * What people write about one thing and what becomes of it. Words in braces are filled in: 村 组 亲 邻 金 处 日 久 钟.
 */
export type Topic = {
  weight: number
  /** The resident's first message. */
  asks: readonly string[]
  /** The officer's own answers; a script is taken sometimes, where one fits. */
  answers: readonly string[]
  script?: string
  /** Further turns: what the resident says, and what is answered. */
  turns?: readonly (readonly [string, string])[]
  /** The outcome told, when it was settled without going out. */
  ends: readonly string[]
  /** The outcome told, when somebody went out. */
  sceneEnds?: readonly string[]
  office?: Office
  case?: { kind: CaseKind; title: string; share: number }
  /** The guide of a service, and how often it ends at the counter. */
  guide?: { code: string; atCounter: number }
  /** Only in these months. */
  months?: readonly number[]
}

export type Talk = Record<Scenario, readonly Topic[]>
