import type { LeftOutPage, LeftOutQuery } from '../../../contract/broadcasts.ts'
import { recordListed } from '../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { contactsSql, groupsSql, type Wanted } from './audience-sql.ts'
import { type Bind, binder } from './bind.ts'
import { capOf } from './cap-rules.ts'
import { findVisibleBroadcast } from './find-broadcast.ts'
import { readClock } from './read-clock.ts'

/** Who is left out for a reason, by name: as it was when it started, before that as it would be now. Who was shown is written down. */
export async function listLeftOut(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  query: LeftOutQuery,
): Promise<LeftOutPage> {
  const { audience, aboutId, startedAt } = await findVisibleBroadcast(tx, session, id)
  const limit = query.limit ?? 50
  const offset = Number(query.after ?? 0) || 0
  const { now, settings } = await readClock(tx)
  const { values, bind } = binder()
  const inner = startedAt
    ? drawnSql(bind, tx.stationId, id, query.channel)
    : asNow(bind, { stationId: tx.stationId, audience, aboutId, cap: capOf(settings), now }, query.channel)
  const station = bind(tx.stationId, 'uuid')
  // An auxiliary reads the names of her own villages alone; of a broadcast to the whole town she has the numbers.
  const scope =
    session.scope === 'station' ? 'true' : `x.village_id = any(${bind(session.villageIds, 'uuid[]')})`
  const { rows } = await tx.client.query(
    `select x.contact_id as "contactId", x.group_id as "groupId", x.village_id as "villageId",
       coalesce(nullif(r.name, ''), nullif(c.name, ''), g.name, '') as name
     from (${inner}) x
     left join contacts c on c.station_id = ${station} and c.id = x.contact_id
     left join residents r on r.station_id = ${station} and r.id = c.resident_id
     left join chat_groups g on g.station_id = ${station} and g.id = x.group_id
     where x.reason = ${bind(query.reason, 'text')} and ${scope} order by x.village_id, x.target
     offset ${bind(offset, 'integer')} limit ${bind(limit + 1, 'integer')}`,
    values,
  )
  const items = rows.slice(0, limit)
  await recordListed(
    tx,
    actor,
    'external_contact.listed',
    items.map(({ contactId }) => contactId),
    { of: 'broadcast' },
  )
  return { items, next: rows.length > limit ? String(offset + limit) : null }
}

function asNow(bind: Bind, wanted: Wanted, channel: 'contacts' | 'groups'): string {
  return channel === 'contacts'
    ? `select y.contact_id, null::uuid as group_id, y.village_id, y.target, y.reason from (${contactsSql(bind, wanted, 'contacts')}) y`
    : `select null::uuid as contact_id, y.group_id, y.village_id, y.target, y.reason from (${groupsSql(bind, wanted)}) y`
}

const drawnSql = (bind: Bind, stationId: string, id: string, channel: string) =>
  `select t.contact_id, t.group_id, t.village_id, t.target, t.reason from broadcast_targets t
   where t.station_id = ${bind(stationId, 'uuid')} and t.broadcast_id = ${bind(id, 'uuid')} and t.channel = ${bind(channel, 'text')}
     and t.state = 'left_out'`
