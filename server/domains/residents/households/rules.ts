import type { BeganHow, EndedHow } from '../../../../contract/vocabulary.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import { stationDay } from '../../../platform/station-day.ts'

/** How a membership ends that makes room for one that began so. To be recorded elsewhere says that it was wrong here. */
export const endedBy: Record<BeganHow, EndedHow> = {
  recorded: 'corrected',
  founded: 'moved_out',
  born: 'corrected',
  moved_in: 'moved_out',
  married_in: 'married_out',
  split: 'split',
  merged: 'merged',
  returned: 'moved_out',
  imported: 'corrected',
}

const oldest = '1900-01-01'

/** A day on which something can have happened to a household: not to come, and not before it began (`since`). */
export function checkDay(on: string, since?: string, now = new Date()): void {
  if (on > stationDay(now)) throw invalid('日期不能晚于今天。')
  if (on < oldest) throw invalid('日期太早了，请检查年份。')
  if (since && on < since) throw invalid(`这户从 ${since} 起才有，日期不能早于那一天。`)
}

/** Throws where somebody would leave before she came. */
export function checkSince(name: string, on: string, beganOn: string): void {
  if (on < beganOn) throw invalid(`${name}从 ${beganOn} 起才在这户，日期不能早于那一天。`)
}

/** Nothing happens any more to a household that is over. */
export function checkStands(household: { residentUntilOn: string | null }): void {
  if (household.residentUntilOn)
    throw conflict(`这户从 ${household.residentUntilOn} 起已经不在了。要改，请先撤销那一步。`)
}

/** A door as it is compared: the same width of letters and digits, without blanks around. */
export const plainDoor = (address: string) => address.normalize('NFKC').trim()

/** The 组 that a door names, such as 3组 or 三组; empty when it names none. */
export function groupOfDoor(address: string): string {
  return /[0-9〇零一二三四五六七八九十百]+组/.exec(address)?.[0] ?? ''
}
