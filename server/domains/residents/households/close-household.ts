import { conflict } from '../../../platform/errors.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { FoundHousehold } from './find-household.ts'
import { endMemberships } from './move-person.ts'
import type { Trail } from './trail.ts'
import { writeHousehold } from './write-household.ts'

/** A household in which nobody lives any more is over from a day on; whoever was only registered there no longer is. */
export async function closeHousehold(
  tx: Tx,
  actor: Actor,
  household: FoundHousehold,
  {
    on,
    how,
    intoId = null,
  }: { on: string; how: 'moved_out' | 'died_out' | 'merged'; intoId?: string | null },
  trail: Trail,
): Promise<void> {
  const { id } = household
  const { rows } = await tx.client.query(
    `select resident_id, tie from household_members
     where station_id = $1 and household_id = $2 and ended_on is null order by resident_id`,
    [tx.stationId, id],
  )
  const living = rows.filter(({ tie }) => tie === 'lives').length
  if (living > 0) throw conflict(`这户还住着${living}人，请先登记他们去了哪里。`)
  for (const { resident_id } of rows)
    await endMemberships(tx, actor, {
      ...{
        residentId: resident_id,
        on,
        how: how === 'merged' ? 'merged' : 'moved_out',
        householdId: id,
        trail,
      },
      which: `tie = 'registered' and household_id = $7`,
    })
  await writeHousehold(tx, household, { residentUntilOn: on, endedHow: how, mergedIntoId: intoId }, trail)
}
