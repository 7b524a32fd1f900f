import type { Tx } from '../../platform/tenancy.ts'

/** How many cases these contacts have. */
export async function countCasesOf(tx: Tx, contactIds: readonly string[]): Promise<number> {
  const { rows } = await tx.client.query({
    name: 'count-cases-of',
    text: 'select count(*)::int as count from cases where station_id = $1 and contact_id = any($2::uuid[])',
    values: [tx.stationId, contactIds],
  })
  return rows[0].count
}

/** The rows of people of cases that name this entry of the register, also of those taken out again. */
export async function casePeopleOf(tx: Tx, residentId: string): Promise<string[]> {
  const { rows } = await tx.client.query({
    name: 'case-people-of',
    text: 'select id from case_people where station_id = $1 and resident_id = $2 order by id',
    values: [tx.stationId, residentId],
  })
  return rows.map(({ id }) => id)
}
