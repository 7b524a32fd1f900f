import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { applySetup } from '../apply-setup.ts'
import { closeChange } from './close-change.ts'
import { secondPersons } from './second-persons.ts'
import { takeChange } from './take-change.ts'

/** The second person's yes: from now on it is the other corporation, application or server. */
export async function approveChange(
  context: Pick<Context, 'config'>,
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ done: true }> {
  const change = await takeChange(context, tx, id)
  if (change.askedBy === actor.id)
    throw new AppError('forbidden', '自己提出的要由第二个人同意。不想换了可以撤回。')
  if (!(await secondPersons(tx, change.askedBy)).some((each) => each.id === actor.id))
    throw new AppError('forbidden', '您的账号是提出人开的或者重设过密码的，不能由您同意，请让所长来。')
  await closeChange(tx, actor, change, 'approved')
  await applySetup(context, tx, actor, change.setup, change.askedBy)
  return { done: true }
}
