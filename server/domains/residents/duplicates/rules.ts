import type { DuplicateReason } from '../../../../contract/person-words.ts'
import { nearSound } from '../../../platform/search/near-sound.ts'
import { readingsOf } from '../../../platform/search/pinyin.ts'

/** As much of an entry as tells whether two are of one person. */
export type LikeEntry = {
  id: string
  name: string
  nicknames: readonly string[]
  /** Digits of the numbers that are her own. */
  phones: readonly string[]
  /** Village and door as one text; null when either is unknown. */
  door: string | null
  villageId: string | null
  bornOn: string | null
}

const day = 86_400_000
/** Of old people the calendar of the villages was written down as the official one: up to some fifty days lie between. */
const nearDays = 60
/** Two of one name so far apart are grandfather and grandson, or strangers. */
const farDays = 3 * 365

/** What speaks for two entries being of one person. */
export function reasonsOf(a: LikeEntry, b: LikeEntry): DuplicateReason[] {
  const reasons: DuplicateReason[] = []
  if (a.phones.some((phone) => b.phones.includes(phone))) reasons.push('phone')
  if (a.door !== null && a.door === b.door) reasons.push('door')
  if (a.name === b.name) reasons.push('name')
  else if (soundOf(a.name) === soundOf(b.name)) reasons.push('sound')
  else if (callsSame(a, b)) reasons.push('nickname')
  const apart = daysApart(a, b)
  if (apart !== null && apart <= nearDays) reasons.push('birthday')
  return reasons
}

/**
 * Whether that is enough to show the pair to a person. Families share a door and often a telephone, and a village has
 * three of one name: it takes what she is called and one thing more. A number alone is enough only where no common
 * door explains it. Birthdays far apart speak against all but the same name at the same door.
 */
export function isLikely(a: LikeEntry, b: LikeEntry): boolean {
  const has = new Set(reasonsOf(a, b))
  const called = has.has('name') || has.has('sound') || has.has('nickname')
  const apart = daysApart(a, b)
  if (apart !== null && apart > farDays && !(has.has('name') && has.has('door'))) return false
  if (has.has('phone')) return called || !has.has('door')
  if (has.has('door')) return called
  if (a.villageId === null || a.villageId !== b.villageId) return false
  return has.has('birthday') && called
}

const weights: Record<DuplicateReason, number> = {
  ...{ phone: 4, name: 4, birthday: 3, sound: 3, nickname: 3, door: 2 },
}

export function weigh(reasons: readonly DuplicateReason[]): number {
  return reasons.reduce((sum, reason) => sum + weights[reason], 0)
}

/** How a name is heard: the commonest reading of each character, as southern ears hear it. */
export function soundOf(name: string): string {
  let sound = ''
  for (const character of name) sound += `${heardAs(character)} `
  return sound
}

const heard = new Map<string, string>()

function heardAs(character: string): string {
  const known = heard.get(character)
  if (known !== undefined) return known
  const [reading] = readingsOf(character)
  const sound = reading ? nearSound(reading) : character
  heard.set(character, sound)
  return sound
}

/** One is called what the other is called, beside their written names. */
function callsSame(a: LikeEntry, b: LikeEntry): boolean {
  if (a.nicknames.length === 0 && b.nicknames.length === 0) return false
  const ofA = [a.name, ...a.nicknames]
  return [b.name, ...b.nicknames].some((word) => ofA.includes(word))
}

function daysApart(a: LikeEntry, b: LikeEntry): number | null {
  if (!a.bornOn || !b.bornOn) return null
  return Math.abs(Date.parse(a.bornOn) - Date.parse(b.bornOn)) / day
}
