import type { TargetPage, TargetQuery } from '../../../../contract/broadcast-receipts.ts'
import { recordListed } from '../../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { inScope, villageScope } from '../../residents/visibility.ts'
import { findVisibleBroadcast } from '../find-broadcast.ts'

/** Whom it reached, whom not, and of whom it is not known yet, by name, each officer of her villages; who was shown is written down. */
export async function listTargets(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  query: TargetQuery,
): Promise<TargetPage> {
  await findVisibleBroadcast(tx, session, id)
  const limit = query.limit ?? 50
  const offset = Number(query.after ?? 0)
  const states = query.state === 'open' ? ['waiting', 'asked'] : [query.state]
  const { rows } = await tx.client.query({
    name: 'list-broadcast-people',
    text: `select t.contact_id, t.group_id, t.settled_at, v.name as village_name,
        coalesce(nullif(r.name, ''), nullif(c.name, ''), g.name, '') as name
      from broadcast_targets t
      left join contacts c on c.station_id = $1 and c.id = t.contact_id
      left join residents r on r.station_id = $1 and r.id = c.resident_id
      left join chat_groups g on g.station_id = $1 and g.id = t.group_id
      left join villages v on v.station_id = $1 and v.id = t.village_id
      where t.station_id = $1 and t.broadcast_id = $2 and ${inScope('t.village_id', 3)} and t.channel = $4 and t.state = any($5)
        and ($6::text is null or t.reason = $6)
      order by v.position nulls last, t.target offset $7 limit $8`,
    values: [
      tx.stationId,
      id,
      villageScope(session),
      query.channel,
      states,
      query.reason ?? null,
      offset,
      limit + 1,
    ],
  })
  const shown = rows.slice(0, limit)
  await recordListed(
    tx,
    actor,
    'external_contact.listed',
    shown.flatMap((row) => row.contact_id ?? []),
    { of: 'broadcast' },
  )
  return {
    items: shown.map((row) => ({
      name: row.name,
      contactId: row.contact_id,
      groupId: row.group_id,
      villageName: row.village_name,
      at: row.settled_at?.toISOString() ?? null,
    })),
    next: rows.length > limit ? String(offset + limit) : null,
  }
}
