import type { KfMessage } from '../../gateways/wecom/calls/read-kf-message.ts'
import type { KfPage } from '../../gateways/wecom/calls/sync-kf-messages.ts'
import type { Pool } from '../../platform/database/pool.ts'
import { failpoint } from '../../platform/failpoint.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'
import type { LeasedAccount } from './lease-account.ts'

/**
 * Stores a page and moves the cursor over it, in one transaction: either both are there afterwards or the page comes
 * again. A msgid counts once, however often pages bring it. With
 * `calledSince` no callback told of this page: a resident's words of the time since, a minute old and new to us, show
 * that callbacks do not reach us. False when somebody else has moved the cursor meanwhile.
 */
export async function keepPage(
  pool: Pool,
  stationId: string,
  account: LeasedAccount,
  page: KfPage,
  calledSince: Date | null,
): Promise<boolean> {
  const items = page.messages.map(itemOf)
  failpoint('pull: before page')
  const moved = await inStation(pool, stationId, async (tx) => {
    const { rowCount } = await tx.client.query({
      name: 'move-kf-cursor',
      text: `update kf_accounts set cursor = $4 where station_id = $1 and open_kfid = $2 and cursor = $3`,
      values: [stationId, account.openKfid, account.cursor, page.nextCursor || account.cursor],
    })
    if (rowCount === 0) return false
    failpoint('pull: between cursor and messages')
    if (items.length > 0)
      await tx.client.query({
        name: 'store-kf-messages',
        text: `with stored as (
            insert into kf_messages (station_id, open_kfid, msgid, external_userid, raw, sent_at)
            select $1, $2, m.msgid, m.external_userid, m.raw, m.sent_at
            from json_to_recordset($3) as m(msgid text, external_userid text, raw json, sent_at timestamptz, place int)
            order by m.place on conflict do nothing returning raw, sent_at
          )
          update kf_accounts set uncalled_since = coalesce(uncalled_since, clock_timestamp())
          where station_id = $1 and open_kfid = $2 and wanted_at is null and exists (select from stored
            where sent_at > $4 and sent_at < clock_timestamp() - interval '1 minute' and raw ->> 'origin' = '3')`,
        values: [stationId, account.openKfid, JSON.stringify(items), calledSince],
      })
    failpoint('pull: before page commit')
    return true
  })
  failpoint('pull: after page commit')
  return moved
}

/** Without an id of its own an item gets one of its place and time: it is kept all the same. */
function itemOf(message: KfMessage, place: number) {
  const sentAt = message.sentAt > 0 ? new Date(message.sentAt * 1000) : new Date()
  return {
    place,
    msgid: message.msgid || `none-${newId()}`,
    external_userid: message.externalUserId,
    // Half of a character is not text to PostgreSQL, and neither is NUL.
    raw: JSON.parse(JSON.stringify(message.raw).toWellFormed().replaceAll('\\u0000', '')),
    sent_at: sentAt.toISOString(),
  }
}
