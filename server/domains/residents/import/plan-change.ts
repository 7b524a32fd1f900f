import type { RowDecision } from '../../../../contract/register-imports.ts'
import { newId } from '../../../platform/id.ts'
import type { KnownHousehold, KnownResident } from './known.ts'
import {
  type Conflict,
  founding,
  type PersonFields,
  type Plan,
  type Planned,
  placeOf,
  takeHead,
} from './plan.ts'
import type { ReadRow } from './read-row.ts'

/** What a row changes of somebody who is in the register. Fills what is empty; what differs waits for a decision. */
export function planChange(
  read: ReadRow,
  person: KnownResident,
  household: KnownHousehold,
  decision: RowDecision | null,
): Planned {
  const set: PersonFields = {}
  const before: PersonFields = {}
  const conflicts: Conflict[] = []
  const filled: string[] = []
  const take = <K extends 'phone' | 'bornOn' | 'note'>(key: K, title: string, theirs: KnownResident[K]) => {
    const ours = person[key]
    if (!theirs || theirs === ours) return
    if (ours) conflicts.push({ field: title, ours: String(ours), theirs: String(theirs) })
    if (ours && decision !== 'theirs') return
    filled.push(title)
    ;(set as Record<string, unknown>)[key] = theirs
    ;(before as Record<string, unknown>)[key] = ours
  }
  take('phone', '电话', read.phone)
  take('bornOn', '出生日期', read.bornOn)
  take('note', '备注', read.note)
  if (read.nickname && !person.nicknames.includes(read.nickname)) {
    filled.push('别名')
    set.nicknames = [...person.nicknames, read.nickname]
    before.nicknames = person.nicknames
  }
  let away: Plan['away'] = null
  if (read.away && person.away === null) {
    filled.push('外出地')
    away = { id: newId(), place: read.away }
  }
  let joins: Plan['joins'] = null
  if (person.householdId !== household.id) {
    const moved = person.householdId !== null
    if (moved) conflicts.push({ field: '住处', ours: '另一户', theirs: placeOf(read, household) })
    if (!moved || decision === 'theirs') {
      filled.push('住处')
      joins = { householdId: household.id, memberId: newId(), from: person.householdId }
    }
  }
  const lives = joins !== null || person.householdId === household.id
  const heads = lives ? takeHead(read, household) : null
  if (heads) filled.push('户主')
  const plan: Plan | null =
    filled.length === 0
      ? null
      : {
          ...{ villageId: read.village.id, place: placeOf(read, household), residentId: person.id },
          ...{ isNew: false, name: person.name, set, before, joins, heads, away },
          founds: joins ? founding(household) : null,
        }
  const open = conflicts.length > 0 && decision !== 'theirs' && decision !== 'ours'
  const why = [
    filled.length > 0 && `补上或改：${filled.join('、')}`,
    conflicts.length > 0 &&
      decision !== 'theirs' &&
      `不同，不改：${conflicts.map(({ field }) => field).join('、')}`,
  ]
    .filter(Boolean)
    .join('；')
  return { result: open ? 'conflict' : plan ? 'changed' : 'same', why: why && `${why}。`, plan, conflicts }
}
