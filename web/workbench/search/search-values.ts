import type { EverythingQuery } from '../../../contract/search.ts'
import type { SearchKind } from '../../../contract/vocabulary.ts'
import { addDays, atStation, stationDay } from '../../ui/time.ts'

/** What is searched for, as the address of the page has it. `time`: 30 for the last thirty days, -365 for what is older. */
export type SearchValues = {
  text: string
  kind?: SearchKind | undefined
  villageId?: string | undefined
  time?: string | undefined
}

export const times = ['7', '30', '90', '365', '-365'] as const

/** The same as the server is asked. Days begin at midnight, so that the question stays the same while one looks. */
export function queryOf({ text, kind, villageId, time }: SearchValues): EverythingQuery {
  const days = Number(time ?? 0)
  const edge = days ? new Date(atStation(addDays(stationDay(), -Math.abs(days)))).toISOString() : undefined
  return {
    text: text.trim(),
    ...(kind ? { kinds: kind } : {}),
    ...(villageId ? { villageId } : {}),
    ...(edge && days > 0 ? { from: edge } : {}),
    ...(edge && days < 0 ? { until: edge } : {}),
  }
}

/** The address of the page with this search. */
export function searchPath({ text, kind, villageId, time }: SearchValues): string {
  const named = Object.entries({ text: text.trim(), kind, villageId, time }).filter(([, value]) => value)
  return `/search?${new URLSearchParams(named as [string, string][])}`
}
