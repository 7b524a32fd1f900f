import type { BroadcastChannel } from '../../../contract/vocabulary.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { contactsSql, groupsSql, villagesSql, type Wanted } from './audience-sql.ts'
import { type Bind, binder } from './bind.ts'

/** What one call to WeCom takes (vendor's page 92135). */
export const mostInTask = { contacts: 10_000, groups: 2000 }

type Row = {
  target: string
  account: string | null
  contact_id?: string
  group_id?: string
  village_id: string | null
  reason: string | null
}

/**
 * Draws up whom a broadcast goes to, as things stand in this moment, and the tasks for WeCom. Returns how many of each
 * channel are meant and how many were left out.
 */
export async function drawTargets(
  tx: Tx,
  id: string,
  channels: BroadcastChannel[],
  wanted: Wanted,
): Promise<Record<string, { targets: number; leftOut: number }>> {
  const drawn: Record<string, { targets: number; leftOut: number }> = {}
  for (const channel of channels) {
    const rows = await ask(tx, channel, wanted)
    const live = rows.filter(({ reason }) => reason === null)
    const taskOf = new Map<Row, string>()
    for (const { account, rows: part } of partsOf(channel, live)) {
      const taskId = newId()
      for (const row of part) taskOf.set(row, taskId)
      await tx.db
        .insertInto('broadcastTasks')
        .values({
          stationId: tx.stationId,
          id: taskId,
          broadcastId: id,
          channel,
          account,
          targets: part.length,
        })
        .execute()
    }
    await saveTargets(tx, id, channel, rows, taskOf)
    drawn[channel] = { targets: live.length, leftOut: rows.length - live.length }
  }
  return drawn
}

async function ask(tx: Tx, channel: BroadcastChannel, wanted: Wanted): Promise<Row[]> {
  const { values, bind } = binder()
  const { rows } = await tx.client.query(textOf(channel, bind, wanted), values)
  return rows.map((row) => ({ reason: null, account: null, ...row }))
}

function textOf(channel: BroadcastChannel, bind: Bind, wanted: Wanted): string {
  if (channel === 'contacts' || channel === 'moments') return contactsSql(bind, wanted, channel)
  return channel === 'groups' ? groupsSql(bind, wanted) : villagesSql(bind, wanted)
}

/** One part a call: of one work account, no more than fits. Moments are one task, whoever is asked; page and loudspeaker need none. */
function partsOf(channel: BroadcastChannel, rows: Row[]): { account: string; rows: Row[] }[] {
  if (channel === 'page' || channel === 'loudspeaker' || rows.length === 0) return []
  if (channel === 'moments') return [{ account: '', rows }]
  const most = mostInTask[channel]
  return [...Map.groupBy(rows, ({ account }) => account ?? '')].flatMap(([account, own]) =>
    Array.from({ length: Math.ceil(own.length / most) }, (_, part) => ({
      account,
      rows: own.slice(part * most, (part + 1) * most),
    })),
  )
}

async function saveTargets(
  tx: Tx,
  id: string,
  channel: BroadcastChannel,
  rows: Row[],
  taskOf: Map<Row, string>,
): Promise<void> {
  await tx.client.query(
    `insert into broadcast_targets (station_id, broadcast_id, channel, target, task_id, contact_id, group_id, village_id, state, reason, settled_at)
     select $1, $2, $3, r.target, r.task_id, r.contact_id, r.group_id, r.village_id,
       case when r.reason is null then 'waiting' else 'left_out' end, r.reason, case when r.reason is not null then clock_timestamp() end
     from unnest($4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::text[])
       as r(target, task_id, contact_id, group_id, village_id, reason)`,
    [
      tx.stationId,
      id,
      channel,
      rows.map(({ target }) => target),
      rows.map((row) => taskOf.get(row) ?? null),
      rows.map((row) => row.contact_id ?? null),
      rows.map((row) => row.group_id ?? null),
      rows.map((row) => row.village_id),
      rows.map(({ reason }) => reason),
    ],
  )
}
