import type { Static } from 'typebox'
import type { Sendings, SendingsQuery } from '../../../contract/script-sendings.ts'
import { recordListed } from '../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { invalid } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { addDays } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findShown } from '../scripts/views.ts'
import { visibleConversations } from './visibility.ts'

/**
 * Where a script went: the messages of conversations this officer may see that keep one of its versions. `old` leaves
 * out the version in use; of a script without one (withdrawn) it leaves out nothing. Which were shown is written down.
 */
export async function listSendings(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  scriptId: string,
  query: SendingsQuery,
): Promise<Static<typeof Sendings>> {
  const script = await findShown(tx, session, scriptId)
  const limit = query.limit ?? 20
  const inUse = script.retired_at ? null : script.approved
  const [at, id] = query.after?.split(' ') ?? [null, null]
  if (query.after && (!id || Number.isNaN(Date.parse(at!)) || !/^[0-9a-f-]{36}$/.test(id)))
    throw invalid('翻页的位置不对，请刷新页面。')
  const visible = visibleConversations(session, 11)
  const { rows } = await tx.client.query(
    `with kept as (
       select m.id, m.script_version as version from messages m where m.station_id = $1 and m.script_id = $2
       union all
       select s.message_id, s.script_version from message_scripts s where s.station_id = $1 and s.script_id = $2
     ), found as (
       select m.id, m.sent_at, k.version, c.id as conversation_id, c.number, c.village_id
       from kept k join messages m on m.station_id = $1 and m.id = k.id
       join conversations c on c.station_id = $1 and c.id = m.conversation_id
       where m.direction = 'outbound' and ($3::integer is null or k.version = $3)
         and (not $4::boolean or k.version is distinct from $5::integer)
         and ($6::timestamptz is null or m.sent_at >= $6) and ($7::timestamptz is null or m.sent_at < $7)
         and ($8::uuid is null or c.village_id = $8) and ${visible.sql}
     )
     select *, to_char(sent_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.USZ') as page_at,
       (select count(*)::int from found) as total
     from found where $9::timestamptz is null or (sent_at, id) < ($9, $10::uuid)
     order by sent_at desc, id desc limit ${limit + 1}`,
    [
      tx.stationId,
      scriptId,
      query.version ?? null,
      query.old ?? false,
      inUse,
      query.from ? `${query.from}T00:00:00+08:00` : null,
      query.to ? `${addDays(query.to, 1)}T00:00:00+08:00` : null,
      query.villageId ?? null,
      at,
      id,
      ...visible.values,
    ],
  )
  const page = rows.slice(0, limit)
  const shown = page.map((row) => row.conversation_id)
  await recordListed(tx, actor, 'conversation.listed', shown, { of: 'script_sendings' })
  const last = page.at(-1)
  return {
    items: page.map((row) => ({
      messageId: row.id,
      conversationId: row.conversation_id,
      number: row.number,
      villageId: row.village_id,
      version: row.version,
      sentAt: row.sent_at.toISOString(),
    })),
    next: rows.length > limit ? `${last.page_at} ${last.id}` : null,
    total: rows[0]?.total ?? 0,
  }
}
