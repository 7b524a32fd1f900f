import type { Tx } from '../../platform/tenancy.ts'

/** How many appointments these contacts have. */
export async function countAppointmentsOf(tx: Tx, contactIds: readonly string[]): Promise<number> {
  const { rows } = await tx.client.query({
    name: 'count-appointments-of',
    text: 'select count(*)::int as count from appointments where station_id = $1 and contact_id = any($2::uuid[])',
    values: [tx.stationId, contactIds],
  })
  return rows[0].count
}
