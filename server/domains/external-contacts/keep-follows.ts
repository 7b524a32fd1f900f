import type { Contact, Follow } from '../../gateways/wecom/calls/read-contact.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { ensureContacts } from '../residents/ensure-contacts.ts'
import { cleanText, meetPeople } from './meet-people.ts'

export type Pair = { contact: Contact; follow: Follow; half?: boolean }
/** What a pair was to us. */
export type Kept = {
  userId: string
  externalUserId: string
  contactId: string
  how: 'added' | 'changed' | 'same'
}

/**
 * Takes over what the server says of work accounts and their contacts, however often it says it. Each person is one
 * contact; the village of a new one is that of the door she came by. Nothing is linked to the register here.
 */
export async function keepFollows(tx: Tx, pairs: Pair[]): Promise<Kept[]> {
  if (pairs.length === 0) return []
  const given = [
    ...new Map(pairs.map((pair) => [keyOf(pair.follow.userId, pair.contact.externalUserId), pair])).values(),
  ]
  const people = await meetPeople(
    tx,
    given.map(({ contact }) => contact),
  )
  const doors = await villagesOfDoors(tx, [...new Set(given.map(({ follow }) => follow.state))])
  const rows = given.map(({ contact, follow, half = false }) => ({
    contactId: people.get(contact.externalUserId)!,
    externalUserId: contact.externalUserId,
    name: cleanText(contact.name, 40),
    userId: follow.userId,
    remark: cleanText(follow.remark, 100),
    description: cleanText(follow.description, 500),
    mobiles: follow.mobiles.map((mobile) => cleanText(mobile, 32)).filter(Boolean),
    tagIds: follow.tags
      .filter(({ id, kind }) => id && kind !== 2)
      .map(({ id }) => id)
      .sort(),
    door: cleanText(follow.state, 60),
    addWay: follow.addWay ?? null,
    followedAt: new Date((follow.createdAt ?? Math.floor(Date.now() / 1000)) * 1000).toISOString(),
    half,
  }))
  await ensureContacts(
    tx,
    [...new Map(rows.map((row) => [row.contactId, row])).values()].map((row) => ({
      id: row.contactId,
      channel: 'wechat' as const,
      name: row.name,
      phone: row.mobiles.find((mobile) => /^[0-9+\- ]{5,20}$/.test(mobile)) ?? '',
      villageId: doors.get(row.door) ?? null,
      workAccount: row.userId,
    })),
  )
  await noteAccounts(tx, [...new Set(rows.map(({ userId }) => userId))])
  const { rows: kept } = await tx.client.query({
    name: 'keep-follows',
    text: keepSql,
    values: [tx.stationId, JSON.stringify(rows)],
  })
  const byPair = new Map(kept.map((row) => [keyOf(row.user_id, row.external_userid), row.how]))
  return rows.map(({ userId, externalUserId, contactId }) => ({
    userId,
    externalUserId,
    contactId,
    how: byPair.get(keyOf(userId, externalUserId)) ?? 'same',
  }))
}

const keyOf = (userId: string, externalUserId: string) => `${userId} ${externalUserId}`

// A contact that came back was gone before: a new beginning, so the old end and the old departure are no more.
const keepSql = `
  with given as (
    select * from json_to_recordset($2) as g("contactId" uuid, "externalUserId" text, "userId" text, remark text, description text,
      mobiles text[], "tagIds" text[], door text, "addWay" int, "followedAt" timestamptz, half boolean)
  ), before as (
    select w.user_id, w.external_userid, w.ended_at is not null as gone,
      (w.remark, w.description, w.mobiles, w.tag_ids, w.door, w.half)
        is distinct from (g.remark, g.description, g.mobiles, g."tagIds", g.door, g.half) as differs
    from work_contacts w join given g on g."userId" = w.user_id and g."externalUserId" = w.external_userid
    where w.station_id = $1
  ), kept as (
    insert into work_contacts as w (station_id, user_id, external_userid, contact_id, remark, description, mobiles, tag_ids,
      door, add_way, followed_at, half)
    select $1, g."userId", g."externalUserId", g."contactId", g.remark, g.description, g.mobiles, g."tagIds", g.door,
      g."addWay", g."followedAt", g.half
    from given g order by g."userId", g."externalUserId"
    on conflict (station_id, user_id, external_userid) do update set remark = excluded.remark,
      description = excluded.description, mobiles = excluded.mobiles, tag_ids = excluded.tag_ids, door = excluded.door,
      add_way = excluded.add_way, half = excluded.half, ended_at = null, ended_how = null, seen_at = clock_timestamp(),
      left_at = case when excluded.followed_at > w.left_at then null else w.left_at end, followed_at = excluded.followed_at
    returning user_id, external_userid
  )
  select k.user_id, k.external_userid,
    case when b.user_id is null or b.gone then 'added' when b.differs then 'changed' else 'same' end as how
  from kept k left join before b on b.user_id = k.user_id and b.external_userid = k.external_userid`

/** Members whose contacts we see, there from now on. */
export async function noteAccounts(tx: Tx, userIds: string[]): Promise<void> {
  await tx.client.query({
    name: 'note-work-accounts',
    text: `insert into work_accounts (station_id, user_id) select $1, u from unnest($2::text[]) u order by u
      on conflict (station_id, user_id) do update set gone_at = null, seen_at = clock_timestamp()`,
    values: [tx.stationId, userIds],
  })
}

async function villagesOfDoors(tx: Tx, states: string[]): Promise<Map<string, string | null>> {
  const { rows } = await tx.client.query({
    name: 'villages-of-doors',
    text: 'select state, village_id from contact_doors where station_id = $1 and state = any($2)',
    values: [tx.stationId, states],
  })
  return new Map(rows.map((row) => [row.state, row.village_id]))
}
