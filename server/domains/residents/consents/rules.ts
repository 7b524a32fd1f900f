import type { ConsentState, ConsentWay, Purpose } from '../../../../contract/person-words.ts'
import { addDays, stationDay } from '../../../platform/station-day.ts'

/** Promise 8: saying no is free, and she is not asked again for so many days (Network Data Regulations: no nagging). */
const quietDays = 90
/** PIPL art. 31: under fourteen a parent or guardian says yes. */
const ownAnswerFrom = 14

export type Said = { state: 'in_force' | 'refused' | 'withdrawn'; recordedAt: Date }

/**
 * How a use stands by the newest answer. The register is kept by duty (PIPL art. 13 (3)): nobody is asked for consent,
 * since a no could not be followed. For everything else no answer is no yes (art. 14: voluntary and explicit).
 */
export function stateOf(purpose: Purpose, said: Said | null): ConsentState {
  if (purpose === 'register') return 'by_duty'
  return said?.state ?? 'not_asked'
}

/** The first day on which she may be asked again; null while nothing forbids it. */
export function askAgainOn(said: Said | null, now: Date): string | null {
  if (!said || said.state === 'in_force') return null
  const day = addDays(stationDay(said.recordedAt), quietDays)
  return day > stationDay(now) ? day : null
}

/** Whether one answer allows less than another: a no of any kind less than a yes. */
export function isNo(said: Pick<Said, 'state'> | null | undefined): boolean {
  return said?.state === 'refused' || said?.state === 'withdrawn'
}

/** What "no" is after what was said before: taken back, or refused from the start. */
export function noAfter(said: Said | null): 'refused' | 'withdrawn' {
  return said?.state === 'in_force' || said?.state === 'withdrawn' ? 'withdrawn' : 'refused'
}

type Yes = { state: Said['state']; how: ConsentWay; note: string; bornOn: string | null; before: Said | null }

/**
 * Why an answer may not be written down, as a sentence; null when it may. A no is always taken, from anybody, at once
 * (art. 15: as easy as the yes). A yes inside the quiet days has to say how she came to it by herself.
 */
export function refusalOf({ state, how, note, bornOn, before }: Yes, now: Date): string | null {
  if (state !== 'in_force') return null
  if (how !== 'guardian' && bornOn && addYears(bornOn, ownAnswerFrom) > stationDay(now))
    return '未满十四周岁，要由父母或监护人来同意。'
  const again = askAgainOn(before, now)
  if (again && how !== 'page' && note.trim() === '')
    return `她说过不同意，${again} 以前不再问。是她自己提出来的，请写一句她怎么说的。`
  return null
}

function addYears(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
}
