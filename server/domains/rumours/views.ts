import type { Audience } from '../../platform/live/audience.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** Whom these rumours concern: those of their villages, or everybody. */
export async function rumourAudiences(tx: Tx, ids: string[]): Promise<Map<string, Audience>> {
  if (ids.length === 0) return new Map()
  const { rows } = await tx.client.query({
    name: 'rumour-audiences',
    text: 'select id, village_ids::text[] as villages from rumours where station_id = $1 and id = any($2::uuid[])',
    values: [tx.stationId, ids],
  })
  return new Map(rows.map(({ id, villages }) => [id, { villageIds: villages ?? [null], officerIds: [] }]))
}
