import type { Pool } from '../../platform/database/pool.ts'
import { inStation } from '../../platform/tenancy.ts'

/** A handing over in the hands of one worker. */
export type Running = {
  stationId: string
  id: string
  from: string
  to: string
  hasLeft: boolean
  toOfficerId: string | null
}

export type ItemState = 'waiting' | 'asking' | 'asked' | 'done' | 'refused'
export type ItemKind = 'contact' | 'group'

export async function listItems(
  pool: Pool,
  run: Running,
  kind: ItemKind,
  states: ItemState[],
  most = 5000,
): Promise<string[]> {
  const { rows } = await inStation(pool, run.stationId, (tx) =>
    tx.client.query({
      name: 'list-handover-items',
      text: `select subject from handover_items where station_id = $1 and handover_id = $2 and kind = $3 and state = any($4)
        order by subject limit $5`,
      values: [run.stationId, run.id, kind, states, most],
    }),
  )
  return rows.map((row) => row.subject)
}

/** Notes what became of some; the worker's hold is renewed with it. */
export async function setItems(
  pool: Pool,
  run: Running,
  kind: ItemKind,
  items: { subject: string; state: ItemState; code?: string | null }[],
): Promise<void> {
  if (items.length === 0) return
  await inStation(pool, run.stationId, async (tx) => {
    await tx.client.query({
      name: 'set-handover-items',
      text: `update handover_items i set state = s.state, code = s.code,
          settled_at = case when s.state in ('done', 'refused') then clock_timestamp() end
        from unnest($4::text[], $5::text[], $6::text[]) as s(subject, state, code)
        where i.station_id = $1 and i.handover_id = $2 and i.kind = $3 and i.subject = s.subject and i.state not in ('done', 'refused')`,
      values: [
        run.stationId,
        run.id,
        kind,
        items.map(({ subject }) => subject),
        items.map(({ state }) => state),
        items.map(({ code }) => code ?? null),
      ],
    })
    await tx.client.query(
      `update handovers set leased_until = clock_timestamp() + interval '2 minutes' where station_id = $1 and id = $2`,
      [run.stationId, run.id],
    )
  })
}
