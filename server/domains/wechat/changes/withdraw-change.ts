import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { closeChange } from './close-change.ts'
import { takeChange } from './take-change.ts'

/** Who asked for it takes it back. */
export async function withdrawChange(
  context: Pick<Context, 'config'>,
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ done: true }> {
  const change = await takeChange(context, tx, id)
  if (change.askedBy !== actor.id)
    throw new AppError('forbidden', '这是别人提出的，不同意请点“不同意”，写一句为什么。')
  await closeChange(tx, actor, change, 'withdrawn')
  return { done: true }
}
