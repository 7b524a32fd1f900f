import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { changeCase } from '../cases/change-case.ts'
import { assignConversation } from '../inbox/assign-conversation.ts'
import { requireAccounts } from './count-handover.ts'

/**
 * Begins a handing over. The open matters move at once, in this transaction; contacts and groups are written down one by
 * one and carried to WeCom by the worker. One at a time of an account: a second begin is a conflict.
 */
export async function startHandover(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  { from, to }: { from: string; to: string },
): Promise<{ id: string }> {
  const { fromOfficerId, toOfficerId, hasLeft } = await requireAccounts(tx, from, to)
  const id = newId()
  const { rowCount } = await tx.client.query(
    `insert into handovers (station_id, id, from_account, to_account, from_officer_id, to_officer_id, has_left, asked_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [tx.stationId, id, from, to, fromOfficerId, toOfficerId, hasLeft, session.officerId],
  )
  if (rowCount === 0) throw conflict('这个工作账号正在交接，等它结束后再发起。')
  await tx.client.query(
    `insert into handover_items (station_id, handover_id, kind, subject)
     select $1, $2, 'contact', external_userid from work_contacts
       where station_id = $1 and user_id = $3 and ended_at is null and not half
     union all select $1, $2, 'group', chat_id from chat_groups
       where station_id = $1 and owner_account = $3 and dismissed_at is null and chat_id is not null`,
    [tx.stationId, id, from],
  )
  if (fromOfficerId && toOfficerId) await moveMatters(tx, actor, session, id, fromOfficerId, toOfficerId)
  await writeEvents(tx, actor, [
    {
      name: 'handover.asked',
      subject: { kind: 'handover', id },
      data: { from, to, fromOfficerId, toOfficerId },
    },
  ])
  return { id }
}

/** Through the deeds by which a person moves one: the same checks, the same rows, the same events. */
async function moveMatters(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  fromOfficerId: string,
  toOfficerId: string,
): Promise<void> {
  const moved: { kind: 'conversation' | 'case'; subject: string }[] = []
  const conversations = await tx.client.query(
    'select id from conversations where station_id = $1 and assignee_id = $2 and closed_at is null order by id',
    [tx.stationId, fromOfficerId],
  )
  for (const row of conversations.rows) {
    await assignConversation(tx, actor, session, row.id, { officerId: toOfficerId, reason: '工作交接' })
    moved.push({ kind: 'conversation', subject: row.id })
  }
  const cases = await tx.client.query(
    `select id, xmin::text as revision from cases where station_id = $1 and assignee_id = $2
       and status not in ('done', 'closed') and merged_into is null order by id`,
    [tx.stationId, fromOfficerId],
  )
  for (const row of cases.rows) {
    await changeCase(tx, actor, session, row.id, { revision: row.revision, assigneeId: toOfficerId })
    moved.push({ kind: 'case', subject: row.id })
  }
  await tx.client.query(
    `insert into handover_items (station_id, handover_id, kind, subject, state, settled_at)
     select $1, $2, m.kind, m.subject, 'done', clock_timestamp() from unnest($3::text[], $4::text[]) as m(kind, subject)`,
    [tx.stationId, id, moved.map(({ kind }) => kind), moved.map(({ subject }) => subject)],
  )
}
