import type { Static } from 'typebox'
import type { WechatSetup } from '../../../contract/wechat.ts'
import type { Context } from '../../platform/context.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { applySetup } from './apply-setup.ts'
import { askChange } from './changes/ask-change.ts'
import { checkSetup } from './changes/check-setup.ts'
import { identityAfter, identityChanges, lockIdentity } from './changes/identity.ts'

/**
 * What the set-up page saves. A first set-up and new secrets count at once; another corporation, application or server
 * waits for a second person (docs/decisions/0014), with all that was typed in beside it: the secrets belong to it.
 */
export async function setUpChannel(
  context: Pick<Context, 'config'>,
  tx: Tx,
  actor: Actor,
  setup: Static<typeof WechatSetup>,
): Promise<{ done: true; waits: boolean }> {
  checkSetup(setup)
  const before = await lockIdentity(tx)
  const waits = before !== null && identityChanges(before, identityAfter(before, setup)).length > 0
  if (waits) await askChange(context, tx, actor, before, setup)
  else await applySetup(context, tx, actor, setup, actor.id)
  return { done: true, waits }
}
