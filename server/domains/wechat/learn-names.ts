import type { Api } from '../../gateways/wecom/api/api.ts'
import { getKfCustomers } from '../../gateways/wecom/calls/get-kf-customers.ts'
import type { Context } from '../../platform/context.ts'
import { inStation } from '../../platform/tenancy.ts'
import { meetPeople } from '../external-contacts/meet-people.ts'
import type { Item } from './item.ts'

/**
 * Gives each new person a contact, and asks the server how she calls herself. Her words do not wait for that: without
 * an answer she is nameless for now.
 */
export async function learnNames(
  { pool }: Pick<Context, 'pool'>,
  api: Api | null,
  stationId: string,
  items: Item[],
): Promise<void> {
  const ids = [...new Set(items.map(({ externalUserId }) => externalUserId))].filter(Boolean)
  if (ids.length === 0) return
  const { rows } = await inStation(pool, stationId, async (tx) => {
    const contacts = await meetPeople(
      tx,
      ids.map((externalUserId) => ({ externalUserId })),
    )
    return tx.client.query({
      name: 'meet-kf-people',
      text: `with met as (
          insert into kf_people (station_id, external_userid, contact_id)
          select $1, p.id, p.contact_id from unnest($2::text[], $3::uuid[]) as p(id, contact_id)
          on conflict do nothing returning external_userid
        ) select external_userid from met`,
      values: [stationId, ids, ids.map((id) => contacts.get(id))],
    })
  })
  const met: string[] = rows.map((row) => row.external_userid)
  for (let at = 0; api && at < met.length; at += 100) {
    const { customers } = await getKfCustomers(api, met.slice(at, at + 100))
    await inStation(pool, stationId, (tx) =>
      tx.client.query(
        `update kf_people p set nickname = n.name from unnest($2::text[], $3::text[]) as n(id, name)
         where p.station_id = $1 and p.external_userid = n.id`,
        [
          stationId,
          customers.map(({ externalUserId }) => externalUserId),
          customers.map(({ nickname }) => nickname.toWellFormed().replaceAll('\0', '').slice(0, 30)),
        ],
      ),
    )
  }
}
