import type { RowDecision } from '../../../../contract/register-imports.ts'
import { newId } from '../../../platform/id.ts'
import { mostPhones } from '../person/add-phone.ts'
import type { KnownHousehold, KnownResident } from './known.ts'
import {
  type Conflict,
  founding,
  type PersonFields,
  type Plan,
  type Planned,
  placeOf,
  sentenceOf,
  takeHead,
} from './plan.ts'
import { firstPhone, furtherPhones } from './plan-phones.ts'
import { planRelations } from './plan-relations.ts'
import type { ReadRow } from './read-row.ts'
import type { Register } from './register-model.ts'

/** What a row changes of somebody who is in the register. Fills what is empty; what differs waits for a decision. */
export function planChange(
  register: Register,
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
  take('phone', '电话', firstPhone(read, person))
  const { phones, left } = furtherPhones(read, person, set.phone ?? person.phone)
  if (phones.length > 0) filled.push('其他电话')
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
  const heads = lives ? takeHead(read, household, person.id) : null
  if (heads) filled.push('户主')
  const self = { id: person.id, bornOn: person.bornOn ?? read.bornOn }
  const { relations, untold } = lives
    ? planRelations(register, read, household, self, heads !== null)
    : { relations: [], untold: '' }
  if (relations.length > 0) filled.push('亲属关系')
  const plan: Plan | null =
    filled.length === 0
      ? null
      : {
          ...{ villageId: read.village.id, place: placeOf(read, household), residentId: person.id },
          ...{ isNew: false, name: person.name, set, before, joins, heads, away },
          founds: joins ? founding(household) : null,
          ...(phones.length > 0 && { phones }),
          ...(relations.length > 0 && { relations }),
        }
  const open = conflicts.length > 0 && decision !== 'theirs' && decision !== 'ours'
  const why = sentenceOf([
    filled.length > 0 && `补上或改：${filled.join('、')}`,
    conflicts.length > 0 &&
      decision !== 'theirs' &&
      `不同，不改：${conflicts.map(({ field }) => field).join('、')}`,
    left > 0 && `有 ${left} 个电话没有记，一个人最多记 ${mostPhones} 个其他电话`,
    untold,
  ])
  return { result: open ? 'conflict' : plan ? 'changed' : 'same', why, plan, conflicts }
}
