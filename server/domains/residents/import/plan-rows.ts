import type { RowDecision } from '../../../../contract/register-imports.ts'
import { newId } from '../../../platform/id.ts'
import type { Cells } from './columns.ts'
import { findHousehold } from './find-household.ts'
import { findPerson } from './find-person.ts'
import type { KnownHousehold } from './known.ts'
import { founding, type Plan, type Planned, placeOf, sentenceOf, takeHead } from './plan.ts'
import { planChange } from './plan-change.ts'
import { phonesOfNew } from './plan-phones.ts'
import { planRelations } from './plan-relations.ts'
import { type ReadRow, type RowContext, readRow } from './read-row.ts'
import type { Register } from './register-model.ts'

const refused = (why: string): Planned => ({ result: 'mistake', why, plan: null, conflicts: [] })

/**
 * What becomes of a row. Village by its name, household by village, group and door (or by its head), person by name in
 * the household or by telephone. An empty cell takes nothing away; what differs stays as it is unless somebody chose
 * otherwise; what may be a second entry of somebody waits for a person. Adds to `register` what the row brings.
 */
export function planRow(
  register: Register,
  row: { row: number; cells: Cells; decision: RowDecision | null },
  context: RowContext,
): Planned {
  const read = readRow(row.cells, context)
  if ('fault' in read) return refused(read.fault)
  const home = findHousehold(register, read, row.decision === 'new')
  if ('doubt' in home) return { result: 'doubtful', why: home.doubt, plan: null, conflicts: [] }
  const found = findPerson(register, read, home.household, row.decision === 'new')
  if ('fault' in found) return refused(found.fault)
  if ('doubt' in found) return { result: 'doubtful', why: found.doubt, plan: null, conflicts: [] }
  const household = home.household ?? foundHousehold(register, row.row, read)
  if (found.person) {
    const first = register.takenBy.get(found.person.id)
    if (first !== undefined) return refused(`和第 ${first} 行重复：系统里的同一个人。`)
    register.takenBy.set(found.person.id, row.row)
    return planChange(register, read, found.person, household, row.decision)
  }
  const plan = planNew(read, household)
  const { phone, furtherPhones, bornOn } = read
  register.addResident({
    ...{ id: plan.residentId, name: read.name, householdId: household.id, villageId: read.village.id },
    ...{ phone, furtherPhones, bornOn, note: read.note, nicknames: [], away: null, row: row.row },
  })
  const self = { id: plan.residentId, bornOn }
  const { relations, untold } = planRelations(register, read, household, self, plan.heads !== null)
  if (relations.length > 0) plan.relations = relations
  return { result: 'new', why: sentenceOf([untold]), plan, conflicts: [] }
}

function foundHousehold(register: Register, row: number, read: ReadRow): KnownHousehold {
  const { village, group } = read
  const door = read.door || `${read.headName}家`
  // Somebody said that it is a second one behind the same door.
  const another = register.atDoor(village.id, group, door).length > 0
  const household = {
    ...{ id: newId(), villageId: village.id, group, door, row, another },
    ...{ headName: read.headName || null, headed: false, headId: null },
  }
  register.addHousehold(household)
  return household
}

function planNew(read: ReadRow, household: KnownHousehold): Plan {
  const residentId = newId()
  const phones = phonesOfNew(read)
  return {
    ...{ villageId: read.village.id, place: placeOf(read, household), residentId, isNew: true },
    name: read.name,
    set: {
      ...{ phone: read.phone, bornOn: read.bornOn, note: read.note },
      nicknames: read.nickname ? [read.nickname] : [],
    },
    before: {},
    joins: { householdId: household.id, memberId: newId(), from: null },
    founds: founding(household),
    heads: takeHead(read, household, residentId),
    away: read.away ? { id: newId(), place: read.away } : null,
    ...(phones.length > 0 && { phones }),
  }
}
