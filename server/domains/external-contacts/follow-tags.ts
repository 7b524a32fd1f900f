import type { Api } from '../../gateways/wecom/api/api.ts'
import { listCorpTags } from '../../gateways/wecom/calls/list-corp-tags.ts'
import type { Pool } from '../../platform/database/pool.ts'
import { inStation } from '../../platform/tenancy.ts'
import { cleanText } from './meet-people.ts'

/** Takes over the corporation's tags with their names, all of them: there are 3,000 at the most. */
export async function followTags(pool: Pool, api: Api, stationId: string): Promise<void> {
  const groups = await listCorpTags(api)
  const tags = groups
    .filter(({ deleted }) => !deleted)
    .flatMap((group) =>
      group.tags.filter(({ deleted }) => !deleted).map((tag) => ({ ...tag, group: group.name })),
    )
  await inStation(pool, stationId, async (tx) => {
    await tx.client.query('delete from contact_tags where station_id = $1', [stationId])
    await tx.client.query(
      `insert into contact_tags (station_id, tag_id, name, group_name)
       select $1, t.id, t.name, t.group_name from unnest($2::text[], $3::text[], $4::text[]) as t(id, name, group_name)
       on conflict do nothing`,
      [
        stationId,
        tags.map(({ id }) => id),
        tags.map(({ name }) => cleanText(name, 60)),
        tags.map(({ group }) => cleanText(group, 60)),
      ],
    )
  })
}
