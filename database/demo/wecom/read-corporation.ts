import type { CorporationSeed } from '../../../server/gateways/wecom/twin/seed/corporation-seed.ts'
import type { Tx } from '../../../server/platform/tenancy.ts'
import { readAccounts } from './read-accounts.ts'
import { readBroadcasts, readMoments } from './read-broadcasts.ts'
import { readGroups } from './read-groups.ts'

/**
 * The corporation that a station's rows tell of, for a twin that begins with nothing: what the station knows of WeCom is
 * what WeCom has then, and a comparison of the two finds nothing.
 */
export async function readCorporation(tx: Tx): Promise<CorporationSeed> {
  return {
    members: await readMembers(tx),
    people: await readPeople(tx),
    tagGroups: await readTags(tx),
    relations: await readRelations(tx),
    ways: await readWays(tx),
    groups: await readGroups(tx),
    joinWays: await readJoinWays(tx),
    accounts: await readAccounts(tx),
    broadcasts: await readBroadcasts(tx),
    moments: await readMoments(tx),
  }
}

async function readMembers({ client, stationId }: Tx): Promise<CorporationSeed['members']> {
  const { rows } = await client.query(
    `select a.user_id as userid, coalesce(o.name, a.user_id) as name from work_accounts a
     left join officer_wecom_members m on m.station_id = $1 and m.user_id = a.user_id
     left join officers o on o.station_id = $1 and o.id = m.officer_id
     where a.station_id = $1 and a.gone_at is null order by o.created_at, a.user_id`,
    [stationId],
  )
  return rows
}

/** Those of the register stand last, of them whoever was met last: the twin's pages show the last ones first. */
async function readPeople({ client, stationId }: Tx): Promise<CorporationSeed['people']> {
  const { rows } = await client.query(
    `select e.external_userid as "externalUserId", coalesce(nullif(e.name, ''), k.nickname, '居民') as name, v.name as place
     from external_people e
     left join kf_people k on k.station_id = $1 and k.external_userid = e.external_userid
     left join contacts c on c.station_id = $1 and c.id = e.contact_id
     left join villages v on v.station_id = $1 and v.id = c.village_id
     where e.station_id = $1 order by c.resident_id is not null, e.met_at, e.external_userid`,
    [stationId],
  )
  return rows
}

async function readTags({ client, stationId }: Tx): Promise<CorporationSeed['tagGroups']> {
  const { rows } = await client.query(
    `select group_name as name, json_agg(json_build_object('id', tag_id, 'name', name) order by tag_id) as tags
     from contact_tags where station_id = $1 group by group_name order by group_name`,
    [stationId],
  )
  return rows
}

async function readRelations({ client, stationId }: Tx): Promise<CorporationSeed['relations']> {
  const { rows } = await client.query(
    'select * from work_contacts where station_id = $1 and ended_at is null order by followed_at, external_userid',
    [stationId],
  )
  return rows.map((row) => ({
    userid: row.user_id,
    externalUserId: row.external_userid,
    remark: row.remark,
    description: row.description,
    remarkMobiles: row.mobiles,
    tags: new Set<string>(row.tag_ids),
    state: row.door,
    addWay: row.add_way ?? 1,
    createdAt: row.followed_at.getTime(),
    lastInteractionAt: row.followed_at.getTime(),
    half: row.half,
    oneWay: row.left_at !== null,
  }))
}

async function readWays({ client, stationId }: Tx): Promise<CorporationSeed['ways']> {
  const { rows } = await client.query(
    `select config_id as "configId", state, label, user_ids as users, made_at from contact_doors
     where station_id = $1 and config_id is not null order by made_at`,
    [stationId],
  )
  return rows.map(({ label, made_at: madeAt, ...way }) => ({
    ...way,
    remark: label.slice(0, 30),
    createdAt: madeAt.getTime(),
  }))
}

async function readJoinWays({ client, stationId }: Tx): Promise<CorporationSeed['joinWays']> {
  const { rows } = await client.query(
    `select config_id as "configId", left(label, 30) as remark, array(select g.chat_id from chat_groups g
       where g.station_id = $1 and g.id = any(d.group_ids) and g.dismissed_at is null and g.chat_id is not null) as "chatIds"
     from chat_group_doors d where d.station_id = $1 and d.config_id is not null order by d.made_at`,
    [stationId],
  )
  return rows
}
