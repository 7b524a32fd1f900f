import type { ReconcilePart } from '../../../contract/vocabulary.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** Asks for a comparison in full; one that is asked for or under way already is this one. */
export async function askReconcile(tx: Tx, actor: Actor, parts: readonly ReconcilePart[]): Promise<void> {
  const { rows } = await tx.client.query(
    `insert into wecom_reconciles (station_id, id, part, asked_by)
     select $1, p.id, p.part, $4 from unnest($2::uuid[], $3::text[]) as p(id, part)
     on conflict do nothing returning id, part`,
    [tx.stationId, parts.map(() => newId()), parts, actor.kind === 'officer' ? actor.id : null],
  )
  await writeEvents(
    tx,
    actor,
    rows.map(({ id, part }) => ({
      name: 'reconcile.asked' as const,
      subject: { kind: 'reconcile', id },
      data: { part },
    })),
  )
}
