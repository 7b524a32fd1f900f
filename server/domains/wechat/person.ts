import type { Pool } from '../../platform/database/pool.ts'
import { AppError } from '../../platform/errors.ts'
import { inStation } from '../../platform/tenancy.ts'
import { meetPeople } from '../external-contacts/meet-people.ts'
import { tellReplyLine } from '../inbox/reply-line.ts'
import type { Item } from './item.ts'
import { mostReplies, windowSeconds } from './reply-limits.ts'

/** A WeChat account that writes to us, and the contact it is to the inbox. */
export type Person = {
  externalUserId: string
  contactId: string
  nickname: string
  villageId: string | null
  conversationId: string | null
  /** When her last matter was closed; null while it is open. */
  closedAt: Date | null
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
  if (!item.externalUserId) throw new AppError('invalid', '这一条没有写明是谁发的。')
  const row = await inStation(pool, stationId, async (tx) => {
    const { externalUserId } = item
    const contactId = (await meetPeople(tx, [{ externalUserId }])).get(externalUserId)
    const { rows } = await tx.client.query({
      name: 'find-kf-person',
      text: `insert into kf_people as p (station_id, external_userid, contact_id, open_kfid) values ($1, $2, $3, $4)
        on conflict (station_id, external_userid) do update set open_kfid = excluded.open_kfid
        returning contact_id, coalesce(nickname, '') as nickname, conversation_id,
          (select c.closed_at from conversations c where c.station_id = $1 and c.id = p.conversation_id) as closed_at,
          coalesce(village_id, (select a.village_id from kf_accounts a where a.station_id = $1 and a.open_kfid = $4)) as village_id`,
      values: [stationId, externalUserId, contactId, item.openKfid],
    })
    if (options.heard)
      await tellReplyLine(tx, {
        contactId: rows[0].contact_id,
        heardAt: item.sentAt,
        windowSeconds,
        mostReplies,
      })
    return rows[0]
  })
  return {
    externalUserId: item.externalUserId,
    contactId: row.contact_id,
    nickname: row.nickname,
    villageId: row.village_id,
    conversationId: row.conversation_id,
    closedAt: row.closed_at,
  }
}
