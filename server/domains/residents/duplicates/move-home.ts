import { stationDay } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { changeRows, type Journal } from './journal.ts'

type Member = {
  id: string
  residentId: string
  householdId: string
  tie: 'lives' | 'registered'
  head: boolean
  open: boolean
  beganOn: string
}

/**
 * Where the person lives afterwards: her memberships of both entries become one history, and of two homes or
 * registrations that are open the chosen one stays. Changes household_members and residents.household_id together.
 */
export async function moveHome(
  tx: Tx,
  journal: Journal,
  way: { keptId: string; goneId: string; officerId: string; householdId: string | null },
): Promise<void> {
  const { keptId, goneId, officerId, householdId } = way
  const { rows } = await tx.client.query<Member>(
    `select id, resident_id as "residentId", household_id as "householdId", tie, head, ended_on is null as open,
       began_on as "beganOn"
     from household_members where station_id = $1 and resident_id in ($2, $3) order by id`,
    [tx.stationId, keptId, goneId],
  )
  const today = stationDay(new Date())
  const end = (row: Member) =>
    changeRows(tx, journal, 'household_members', [row.id], {
      head: false,
      // Never before it began: an entry may say that she moves in next month.
      ended_on: [row.beganOn, today].toSorted()[1],
      ended_how: 'corrected',
      ended_by: officerId,
      ended_recorded_at: new Date().toISOString(),
    })
  const ofGone = rows.filter(({ residentId }) => residentId === goneId)
  const past = ofGone.filter(({ open }) => !open).map(({ id }) => id)
  await changeRows(tx, journal, 'household_members', past, { resident_id: keptId })
  for (const tie of ['lives', 'registered'] as const) {
    const open = (id: string) => rows.find((row) => row.residentId === id && row.tie === tie && row.open)
    const [hers, other] = [open(keptId), open(goneId)]
    if (!other) continue
    const goneStays =
      tie === 'lives'
        ? other.householdId === householdId && hers?.householdId !== householdId
        : hers === undefined
    if (goneStays) {
      if (hers) await end(hers)
      await changeRows(tx, journal, 'household_members', [other.id], { resident_id: keptId }, ['ended_on'])
      continue
    }
    await end(other)
    // Who was head under the other entry is head under this one.
    if (hers && other.head && !hers.head && hers.householdId === other.householdId)
      await changeRows(tx, journal, 'household_members', [hers.id], { head: true }, ['ended_on'])
  }
  await changeRows(tx, journal, 'residents', [keptId], { household_id: householdId })
}
