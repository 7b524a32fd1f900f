import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { closeChange } from './close-change.ts'
import { takeChange } from './take-change.ts'

/** Anybody else with the right to set up says no, with words; also where nobody is there who could say yes. */
export async function refuseChange(
  context: Pick<Context, 'config'>,
  tx: Tx,
  actor: Actor,
  id: string,
  reason: string,
): Promise<{ done: true }> {
  const change = await takeChange(context, tx, id)
  if (change.askedBy === actor.id) throw new AppError('forbidden', '这是您自己提出的，不想换了请点“撤回”。')
  await closeChange(tx, actor, change, 'refused', reason)
  return { done: true }
}
