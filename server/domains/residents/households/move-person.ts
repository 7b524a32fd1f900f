import type { BeganHow, EndedHow } from '../../../../contract/vocabulary.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { endedBy } from './rules.ts'
import type { Trail } from './trail.ts'

type Move = {
  residentId: string
  /** The day by the station's calendar. */
  on: string
  /** Where she must live now, or it is a conflict: somebody else has moved her in between. */
  from?: string | null
  head?: boolean
} & ({ householdId: string; how: BeganHow } | { householdId: null; how: EndedHow })

/**
 * Somebody lives in another household from a day on, or in none: ends her open membership, begins the new one and keeps
 * residents.household_id the same, in one transaction. The one place where that is done. Returns where she lived; does
 * nothing when she lives there already. A membership that began later than the day ends on the day it began.
 */
export async function movePerson(tx: Tx, actor: Actor, move: Move, trail?: Trail): Promise<string | null> {
  const { residentId, householdId, on } = move
  const person = await lockPerson(tx, residentId)
  const from = person.householdId
  if (move.from !== undefined && move.from !== from)
    throw conflict(`${person.name}现在不住在这户了，可能同事刚改过。请刷新后再看。`)
  if (from === householdId) return from
  if (householdId && person.diedOn)
    throw conflict(`${person.name}的登记写着 ${person.diedOn} 已经去世，不能再住进哪一户。`)
  await endMemberships(tx, actor, {
    residentId,
    on,
    how: move.householdId === null ? move.how : endedBy[move.how],
    // Whoever lives where she is registered is not also registered there.
    which: `tie = 'lives'${householdId ? ' or household_id = $7' : ''}`,
    ...(householdId && { householdId }),
    trail,
  })
  if (move.householdId !== null) {
    const id = newId()
    await tx.db
      .insertInto('householdMembers')
      .values({
        stationId: tx.stationId,
        id,
        householdId: move.householdId,
        residentId,
        tie: 'lives',
        head: move.head ?? false,
        beganOn: on,
        beganHow: move.how,
        beganChangeId: trail?.changeId ?? null,
        recordedBy: actor.kind === 'officer' ? actor.id : null,
      })
      .execute()
    trail?.opened.push(id)
  }
  await tx.client.query('update residents set household_id = $3 where station_id = $1 and id = $2', [
    tx.stationId,
    residentId,
    householdId,
  ])
  const { diedOn } = person
  trail?.people.push({
    id: residentId,
    before: { householdId: from, diedOn },
    after: { householdId, diedOn },
  })
  return from
}

export type LockedPerson = { name: string; householdId: string | null; diedOn: string | null }

export async function lockPerson(tx: Tx, id: string): Promise<LockedPerson> {
  const { rows } = await tx.client.query(
    `select name, household_id as "householdId", died_on as "diedOn" from residents
     where station_id = $1 and id = $2 for update`,
    [tx.stationId, id],
  )
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** Ends those of her open memberships that `which` (SQL, a household as $7) means. */
export async function endMemberships(
  tx: Tx,
  actor: Actor,
  end: {
    residentId: string
    on: string
    how: EndedHow
    which: string
    householdId?: string
    trail: Trail | undefined
  },
): Promise<number> {
  const { rows } = await tx.client.query(
    `update household_members set ended_on = greatest($3::date, began_on), ended_how = $4, ended_by = $5,
       ended_recorded_at = clock_timestamp(), ended_change_id = $6
     where station_id = $1 and resident_id = $2 and ended_on is null
       and (${end.which}) returning id`,
    [
      ...[tx.stationId, end.residentId, end.on, end.how, actor.kind === 'officer' ? actor.id : null],
      end.trail?.changeId ?? null,
      ...(end.householdId ? [end.householdId] : []),
    ],
  )
  end.trail?.closed.push(...rows.map(({ id }) => id))
  return rows.length
}
