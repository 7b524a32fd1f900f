import type { Audience } from '../../platform/live/audience.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** Whom these broadcasts concern: those of their villages, or everybody, and who made them. */
export async function broadcastAudiences(tx: Tx, ids: string[]): Promise<Map<string, Audience>> {
  if (ids.length === 0) return new Map()
  const { rows } = await tx.client.query({
    name: 'broadcast-audiences',
    text: `select b.id, b.made_by as "madeBy", v.audience -> 'villageIds' as villages
      from unnest($2::uuid[]) as i(id)
      join broadcasts b on b.station_id = $1 and b.id = i.id
      join lateral (select x.audience from broadcast_versions x where x.station_id = $1 and x.broadcast_id = b.id
        order by x.version desc limit 1) v on true`,
    values: [tx.stationId, ids],
  })
  return new Map(
    rows.map(({ id, madeBy, villages }) => [id, { villageIds: villages ?? [null], officerIds: [madeBy] }]),
  )
}
