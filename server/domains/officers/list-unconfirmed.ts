import type { Tx } from '../../platform/tenancy.ts'
import { seeingRoles } from './rules.ts'

/**
 * The accounts that wait for a second person, as far as this officer may be that person: a chief who works; while
 * there is none but the account itself (its chief forgot her password), any colleague who sees matters. Suspended
 * accounts wait silently.
 */
export async function listUnconfirmed(tx: Tx, officerId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await tx.client.query({
    name: 'list-unconfirmed-officers',
    text: `select o.id, o.name from officer_confirmations c
           join officers o on o.station_id = $1 and o.id = c.officer_id
           join active_officers me on me.station_id = $1 and me.id = $2 and me.role = any ($3)
           where c.station_id = $1 and c.confirmed_at is null and o.id <> me.id and c.asked_by <> me.id
             and (me.role = 'chief' or not exists (
               select from active_officers x where x.station_id = $1 and x.role = 'chief' and x.id <> o.id))
             and not exists (select from officer_suspensions s
               where s.station_id = $1 and s.officer_id = o.id and s.until_at is null)
           order by c.asked_at, o.id`,
    values: [tx.stationId, officerId, seeingRoles],
  })
  return rows
}
