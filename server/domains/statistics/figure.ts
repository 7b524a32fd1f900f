import type { FigureKey, FigureMeasure, FigurePart, FigureRow } from '../../../contract/statistics.ts'
import type { Channel } from '../../../contract/vocabulary.ts'
import type { Tx } from '../../platform/tenancy.ts'
import type { Period } from './periods.ts'

/** Which part of the station is counted. `village` is an id, 'unknown', or null for all. */
export type Filter = { village: string | null; channel: Channel | null }

/** What a figure comes to in one period. */
export type Computed = {
  value: number | null
  numerator: number | null
  denominator: number | null
  provisional: { open: number; low: number | null; high: number | null } | null
  band: { kind: 'wilson' | 'match'; low: number; high: number } | null
  changedLater: number | null
  measures: FigureMeasure[]
  parts: FigurePart[]
  note: string | null
}

export type RowsWanted = {
  part: string | null
  counted: 'yes' | 'no' | null
  after: string | null
  limit: number
  /** Set for an auxiliary: her villages, what nobody knows the village of, and what is given to her. */
  narrow: { villageIds: readonly string[]; officerId: string } | null
}

export type RowsFound = { items: FigureRow[]; next: string | null; total: number }

/** A figure: its words, and the code that is its definition. Changing that code needs a new version. */
export type FigureDefinition = {
  key: FigureKey
  version: number
  name: string
  definition: string
  unit: 'share' | 'count' | 'minutes'
  /** What happens is compared with earlier periods; a state is not when it has no past. */
  compared: boolean
  compute: (tx: Tx, period: Period, filter: Filter) => Promise<Computed>
  rows: (tx: Tx, period: Period, filter: Filter, wanted: RowsWanted) => Promise<RowsFound>
}

const nothing: Computed = {
  value: null,
  numerator: null,
  denominator: null,
  provisional: null,
  band: null,
  changedLater: null,
  measures: [],
  parts: [],
  note: null,
}

/** A share; without a denominator there is none, never 0 % or 100 %. */
export function asShare(numerator: number, denominator: number, more: Partial<Computed> = {}): Computed {
  return {
    ...nothing,
    value: shareOf(numerator, denominator),
    numerator,
    denominator,
    note: denominator === 0 ? '这段时间没有可以作分母的记录，不算比率。' : null,
    ...more,
  }
}

export function asCount(count: number, more: Partial<Computed> = {}): Computed {
  return { ...nothing, value: count, numerator: count, ...more }
}

export function asMinutes(
  minutes: number | null,
  answered: number,
  asked: number,
  more: Partial<Computed> = {},
): Computed {
  return { ...nothing, value: minutes, numerator: answered, denominator: asked, ...more }
}

export function shareOf(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator
}
