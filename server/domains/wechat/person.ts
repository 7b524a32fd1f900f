import type { Pool } from '../../platform/database/pool.ts'
import { AppError } from '../../platform/errors.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { meetPeople } from '../external-contacts/meet-people.ts'
import { tellReplyLine } from '../inbox/tell-reply-line.ts'
import type { Item } from './item.ts'
import { mostReplies, windowSeconds } from './reply-limits.ts'

/** A WeChat account that writes to us, and the contact it is to the inbox. */
export type Person = {
  externalUserId: string
  contactId: string
  nickname: string
  villageId: string | null
  conversationId: string | null
  /** Null while that is on disk and not filed. */
  number: string | null
  /** When her last matter was closed; null while it is open. */
  closedAt: Date | null
}

/** Words after a matter was closed belong to it for so long (a thank-you, an objection); later they are a new matter. */
const sameMatterMs = 48 * 3_600_000

/** The matter she is in: the last one while it is open, or not closed for long. A new one (null) otherwise. */
export function conversationFor({ conversationId, closedAt }: Person): string | null {
  // One that is on disk and not filed yet is certainly open.
  return closedAt && closedAt.getTime() < Date.now() - sameMatterMs ? null : conversationId
}

/**
 * Who wrote an item. With `heard`, the inbox is told that she can be answered over this line before it shows her words:
 * an answer given in the moment between would be carried by nobody.
 */
export async function findPerson(
  pool: Pool,
  stationId: string,
  item: Item,
  options: { heard?: boolean } = {},
): Promise<Person> {
  const { externalUserId } = item
  if (!externalUserId) throw new AppError('invalid', '这一条没有写明是谁发的。')
  return inStation(pool, stationId, async (tx) => {
    const person = (await findPeople(tx, item.openKfid, [externalUserId])).get(externalUserId)!
    const { contactId } = person
    const line = { line: item.openKfid, windowSeconds, mostReplies }
    if (options.heard) await tellReplyLine(tx, { contactId, heardAt: item.sentAt, ...line })
    return person
  })
}

/**
 * Those of whom an account has news, by their ids in WeCom. Over which account they are answered is the inbox's to know,
 * by their newest words: opening a chat or what a colleague does in it says nothing of that.
 */
export async function findPeople(
  tx: Tx,
  openKfid: string,
  externalUserIds: string[],
): Promise<Map<string, Person>> {
  // In one order everywhere, so that two batches cannot wait for each other.
  const ids = [...new Set(externalUserIds)].sort()
  const contacts = await meetPeople(
    tx,
    ids.map((externalUserId) => ({ externalUserId })),
  )
  await tx.client.query({
    name: 'keep-kf-people',
    text: `insert into kf_people (station_id, external_userid, contact_id)
      select $1, n.id, n.contact_id from unnest($2::text[], $3::uuid[]) as n(id, contact_id)
      on conflict (station_id, external_userid) do nothing`,
    values: [tx.stationId, ids, ids.map((id) => contacts.get(id))],
  })
  const { rows } = await tx.client.query({
    name: 'find-kf-people',
    text: `select external_userid, contact_id, coalesce(nickname, '') as nickname, conversation_id,
        (select c.number from conversations c where c.station_id = $1 and c.id = p.conversation_id) as number,
        (select c.closed_at from conversations c where c.station_id = $1 and c.id = p.conversation_id) as closed_at,
        coalesce(village_id, (select a.village_id from kf_accounts a where a.station_id = $1 and a.open_kfid = $3)) as village_id
      from kf_people p where station_id = $1 and external_userid = any($2::text[])`,
    values: [tx.stationId, ids, openKfid],
  })
  return new Map(
    rows.map((row) => [
      row.external_userid,
      {
        externalUserId: row.external_userid,
        contactId: row.contact_id,
        nickname: row.nickname,
        villageId: row.village_id,
        conversationId: row.conversation_id,
        number: row.number,
        closedAt: row.closed_at,
      },
    ]),
  )
}
