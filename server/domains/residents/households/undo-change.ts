import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { livesThere } from './change-household.ts'
import { checkUntouched } from './check-untouched.ts'
import { lockHouseholds } from './find-household.ts'
import { personEvents } from './record-change.ts'
import { markHeads } from './set-head.ts'
import type { Trail } from './trail.ts'
import { putHousehold } from './write-household.ts'

type Row = {
  id: string
  household_id: string
  other_household_id: string | null
  happened_on: string
  before: Trail | { twinOf: string }
  undone_at: Date | null
}

/**
 * Takes a change of a household back: everything stands as before, and the history says that it was taken back. Refused
 * when anything it touched has changed since. Both households of a split or merger must be this officer's to see.
 * Returns the household it was recorded at.
 */
export async function undoChange(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  changeId: string,
): Promise<{ id: string }> {
  const row = await findChange(tx, changeId)
  const trail = row.before as Trail
  const ids = [row.household_id, ...(row.other_household_id ? [row.other_household_id] : [])]
  const households = await lockHouseholds(tx, session, [...new Set(ids)])
  if (!trail.opened) throw conflict('这一步没有留下可以撤销的记录。请另外登记。')
  // Asked again under the lock: a colleague may have been at it.
  if ((await findChange(tx, changeId)).undone_at) throw conflict('这一步已经撤销过了。')
  await checkUntouched(tx, trail, row)
  const people = trail.people.map(({ id }) => id)
  const moved = trail.households.length > 0 ? await livesThere(tx, row.household_id) : []
  await reopen(tx, actor, trail)
  await tx.client.query(
    `update household_changes set undone_at = clock_timestamp(), undone_by = $3
     where station_id = $1 and household_id = any ($4::uuid[]) and (id = $2 or before ->> 'twinOf' = $2::text)`,
    [tx.stationId, row.id, actor.kind === 'officer' ? actor.id : null, ids],
  )
  await writeEvents(tx, actor, [
    ...households.map(({ id, villageId }) => ({
      name: 'household.undone' as const,
      subject: { kind: 'household', id },
      villageId,
      data: { changeId: row.id },
    })),
    ...personEvents([...new Set([...people, ...moved])], households[0]!.villageId, row.id),
  ])
  return { id: row.household_id }
}

/** The change, or the one whose twin it is. */
async function findChange(tx: Tx, id: string): Promise<Row> {
  const { rows } = await tx.client.query(
    `select id, household_id, other_household_id, happened_on, before, undone_at
     from household_changes where station_id = $1 and id = $2`,
    [tx.stationId, id],
  )
  const row: Row | undefined = rows[0]
  if (!row) throw notFound()
  return 'twinOf' in row.before ? findChange(tx, row.before.twinOf) : row
}

async function reopen(tx: Tx, actor: Actor, trail: Trail): Promise<void> {
  const by = actor.kind === 'officer' ? actor.id : null
  const { stationId, client } = tx
  await client.query(
    `update household_members set ended_on = began_on, ended_how = 'corrected', head = false, ended_by = $3,
       ended_recorded_at = clock_timestamp(), ended_change_id = began_change_id
     where station_id = $1 and id = any ($2::uuid[])`,
    [stationId, trail.opened, by],
  )
  const was = (head: boolean) => trail.heads.filter((each) => each.head === head).map((each) => each.memberId)
  await markHeads(tx, was(false), false)
  await client.query(
    `update household_members set ended_on = null, ended_how = null, ended_by = null, ended_recorded_at = null,
       ended_change_id = null where station_id = $1 and id = any ($2::uuid[])`,
    [stationId, trail.closed],
  )
  await markHeads(tx, was(true), true)
  await client.query('delete from resident_absences where station_id = $1 and id = any ($2::uuid[])', [
    stationId,
    trail.absencesOpened,
  ])
  await client.query(
    `update resident_absences set back_on = null, ended_by = null, ended_recorded_at = null, ended_change_id = null
     where station_id = $1 and id = any ($2::uuid[])`,
    [stationId, trail.absencesClosed],
  )
  for (const { id, before } of trail.people)
    await client.query(
      'update residents set household_id = $3, died_on = $4 where station_id = $1 and id = $2',
      [stationId, id, before.householdId, before.diedOn],
    )
  for (const { id, before } of trail.households) await putHousehold(tx, id, before)
  // What was founded by mistake never was: it ends on its first day, and the figures do not know it.
  await client.query(
    `update households set resident_until_on = resident_since_on, ended_how = 'corrected'
     where station_id = $1 and id = any ($2::uuid[])`,
    [stationId, trail.founded],
  )
}
