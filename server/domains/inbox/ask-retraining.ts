import { AppError } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { starterModel } from './triage/model.ts'

/** Asks for a candidate; the job that follows the event makes it. Throws `conflict` when nothing (new) was corrected. */
export async function askRetraining(tx: Tx, actor: Actor): Promise<{ done: true }> {
  const { rows } = await tx.client.query(
    `select max(c.corrected_at) as corrected, (select max(m.made_at) from triage_models m
       where m.station_id = $1 and m.base_version = $2) as made
     from triage_corrections c where c.station_id = $1 and c.field = 'scenario'`,
    [tx.stationId, starterModel.version],
  )
  const { corrected, made } = rows[0]!
  if (!corrected) throw new AppError('conflict', '还没有人更正过类别，没有可学的。')
  if (made && made >= corrected)
    throw new AppError('conflict', '上次训练以后没有新的更正，再训练也是一样的。')
  await writeEvents(tx, actor, [
    { name: 'triage.retraining_asked', subject: { kind: 'station', id: tx.stationId }, data: {} },
  ])
  return { done: true }
}
