import type { ConditionWhen, GuideQuestion, When } from '../../../../contract/services.ts'

/** One paper on the checklist. The window looks at originals and scans them; it never collects copies. */
export type StarterMaterial = {
  /** Stable English slug, unique inside its guide: ticks and photographs hang on it. */
  key: string
  name: string
  form: 'original' | 'copy' | 'form' | 'at_window'
  copies: number
  /** An electronic certificate serves as well as paper. */
  electronic: boolean
  /** The station can look it up itself; bring it if it is at hand. */
  shared: boolean
  /** Needed only in this situation. */
  when?: string
  note?: string
  /** The same as `when`, by the answers to the guide's questions. */
  rule?: When[]
}

export type GuideCategory =
  | 'household'
  | 'identity_card'
  | 'residence'
  | 'certificate'
  | 'report'
  | 'elsewhere'

/** What a guide says and asks in the words of a village auxiliary, beside what the law lets it say. */
export type SpokenGuide = {
  /** Who may come instead. */
  proxies: string[]
  /** Everything in hand, it is done the day one comes. */
  sameDay: boolean
  /** Read aloud: three to eight sentences of at most 25 characters. */
  plain: string[]
  questions: GuideQuestion[]
  /** Conditions that matter only after certain answers. */
  conditionsWhen: ConditionWhen[]
  noPapers: boolean
}

/** A service guide as it is delivered with a new station, before the station makes it its own. */
export type StarterGuide = LegalGuide & SpokenGuide & { basisOn: string }

/** What the law and its notices say. */
export type LegalGuide = {
  /** 'G01' … stable, printed on the page. */
  code: string
  slug: string
  category: GuideCategory
  name: string
  summary: string
  conditions: string[]
  materials: StarterMaterial[]
  /** Yuan at the window; null where no single price is certain. `feeNote` says the rest. */
  feeYuan: number | null
  feeNote: string
  timeLimit: string
  /** 0: same day. null: done on the spot, not ours, or no limit that could be verified. */
  workingDays: number | null
  where: string
  online: string | null
  steps: string[]
  mistakes: string[]
  /** What the window must not demand. */
  notAskedFor: string[]
  legalBasis: string[]
  /** How residents put it, for matching. */
  askedAs: string[]
  bookable: boolean
  minutes: 10 | 15 | 20 | 30
  /** Not yet confirmed by the county bureau: the page adds 以窗口核实为准. */
  needsCheck: boolean
  /** Day (YYYY-MM-DD) after which the guide must be read again before it is shown. */
  expiresOn: string
}

/** The day on which all of it was last compared with the law texts and notices. */
export const comparedOn = '2026-11-23'

/** Six months for what waits for confirmation, a year for what was read in the law. */
export const recheckOn = '2027-05-23'
export const rereadOn = '2027-11-23'
