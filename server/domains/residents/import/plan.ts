import type { RowResult } from '../../../../contract/register-imports.ts'
import type { KnownHousehold } from './known.ts'
import type { Kin } from './read-relation.ts'
import type { ReadRow } from './read-row.ts'

/** What of a person is written, or stood there before. */
export type PersonFields = {
  phone?: string
  bornOn?: string | null
  note?: string
  nicknames?: string[]
}
export type PlannedPhone = { id: string; phone: string }
/** `fromId` is the parent, spouse … of `toId` (contract/person-words.ts). */
export type PlannedRelation = { id: string; fromId: string; toId: string; kind: Kin }
export type Conflict = { field: string; ours: string; theirs: string }

/** What is written for one row. All ids are made with the plan, so that writing it again writes nothing new. */
export type Plan = {
  villageId: string
  place: string
  residentId: string
  /** Of somebody new: everything. Of somebody known: only what changes. */
  isNew: boolean
  name: string
  set: PersonFields
  before: PersonFields
  /** The household she comes into; null when that stays as it is. */
  joins: { householdId: string; memberId: string; from: string | null } | null
  /** A household that is not there yet, in the first row that needs it and in all others of it. */
  founds: { id: string; villageId: string; group: string; address: string; another: boolean } | null
  /** She becomes the head of a household that has none. */
  heads: string | null
  away: { id: string; place: string } | null
  /** Further numbers of hers. */
  phones?: PlannedPhone[]
  /** Between her and the head; of the head with whoever stands above her in the file. Nobody comes in a later row. */
  relations?: PlannedRelation[]
}
export type Planned = { result: RowResult; why: string; plan: Plan | null; conflicts: Conflict[] }

/** A row of the file that writes something. */
export type PlannedRow = { row: number; result: RowResult; plan: Plan }

/** Makes her the head of the household, where it has none. */
export function takeHead(
  { isHead, name }: ReadRow,
  household: KnownHousehold,
  residentId: string,
): string | null {
  if (!isHead || household.headed) return null
  household.headed = true
  household.headName = name
  household.headId = residentId
  return household.id
}

export function founding({ id, villageId, group, door, row, another }: KnownHousehold): Plan['founds'] {
  return row === null ? null : { id, villageId, group, address: `${group}${door}`, another: another ?? false }
}

export const placeOf = (read: ReadRow, { group, door }: Pick<KnownHousehold, 'group' | 'door'>) =>
  `${read.village.name} ${group}${door}`

/** What a row's report says, in one sentence. */
export function sentenceOf(parts: (string | false)[]): string {
  const said = parts.filter(Boolean).join('；')
  return said && `${said}。`
}
