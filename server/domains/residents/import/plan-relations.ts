import { newId } from '../../../platform/id.ts'
import type { Someone } from './household-heads.ts'
import type { KnownHousehold } from './known.ts'
import type { PlannedRelation } from './plan.ts'
import { readRelation, type SaidRelation } from './read-relation.ts'
import type { ReadRow } from './read-row.ts'
import type { Register } from './register-model.ts'

/** What is written for a row, and why something is not; empty when there is nothing to say of it. */
export type Relating = { relations: PlannedRelation[]; untold: string }

const nothing: Relating = { relations: [], untold: '' }
const untold = (why: string): Relating => ({ relations: [], untold: `与户主的关系没有记，${why}` })

/**
 * What a row makes of its column 与户主关系: between her and the head, never between two others. Nothing is written
 * where it is not certain who is meant, or where the register says otherwise. When the head's row is still to come, it
 * brings the relation.
 */
export function planRelations(
  register: Register,
  read: ReadRow,
  household: KnownHousehold,
  self: Someone,
  becomesHead: boolean,
): Relating {
  if (becomesHead)
    return {
      relations: register.heads
        .take(household.id, read.name)
        .flatMap((who) => relate(register, self, who.self, who.said) ?? []),
      untold: '',
    }
  if (read.relation === '') return nothing
  const said = readRelation(read.relation)
  if (!said) return untold('这种关系系统里不记')
  const headName = headNameOf(register, read, household)
  if (headName === null) return untold('不清楚户主是谁')
  if (!household.headed && register.heads.comes(read, headName)) {
    register.heads.await(household.id, { self, headName, said })
    return nothing
  }
  const head = headOf(register, household, headName)
  if (!head) return untold('不清楚户主是谁')
  const relation = relate(register, head, self, said)
  if (relation === null) return untold('和已有的记录或出生日期对不上')
  return { relations: relation ? [relation] : [], untold: '' }
}

/** Whom the row means by the head: whom it names, or the only one the file names behind the door, or the register's. */
function headNameOf({ heads }: Register, read: ReadRow, household: KnownHousehold): string | null {
  if (read.headName !== '') return read.headName
  const names = heads.namesAt(read)
  if (names.size > 1) return null
  return [...names][0] ?? household.headName
}

function headOf(register: Register, household: KnownHousehold, headName: string): Someone | null {
  if (household.headed)
    return household.headName === headName && household.headId ? register.someone(household.headId) : null
  // Nobody stands as the head, but she whom the file calls so lives there.
  const called = register.named(household.id, headName)
  return called.length === 1 ? called[0]! : null
}

/** Undefined when the two stand so already, null when something speaks against it. */
function relate(
  { kin }: Register,
  head: Someone,
  self: Someone,
  { kind, from }: SaidRelation,
): PlannedRelation | null | undefined {
  const [one, other] = from === 'head' ? [head, self] : [self, head]
  if (one.id === other.id) return null
  const older = kind === 'parent' || kind === 'grandparent'
  if (older && one.bornOn && other.bornOn && one.bornOn >= other.bornOn) return null
  const relation = { fromId: one.id, toId: other.id, kind }
  const known = kin.compare(relation)
  if (known) return known === 'same' ? undefined : null
  kin.add(relation)
  return { id: newId(), ...relation }
}
