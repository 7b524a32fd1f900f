import type { Officer } from '../../../contract/officers.ts'
import { lockAccount, replacePassword } from '../../platform/auth/accounts.ts'
import { notFound } from '../../platform/errors.ts'
import { type Actor, type NewEvent, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { askConfirmation } from './ask-confirmation.ts'
import { removeSecondFactor } from './sign-in/second-factor.ts'
import { readOfficer } from './store.ts'

/**
 * Gives an officer who forgot hers a first password again and ends her sessions. The second factor stays unless its
 * removal is asked for (a lost phone), which is an entry of its own in the log. Whoever resets it knows it: an account
 * that sees matters waits for a second person when she does not see them herself.
 */
export async function resetPassword(
  tx: Tx,
  actor: Actor,
  id: string,
  reset: { hash: string; initialUntil: Date; removeSecondFactor: boolean },
): Promise<Officer> {
  const officer = await readOfficer(tx, id)
  const account = await lockAccount(tx, id)
  if (!account) throw notFound()
  await replacePassword(tx, account.userId, reset)
  const ended = await tx.client.query('delete from auth.session where user_id = $1', [account.userId])
  const subject = { kind: 'officer', id }
  const events: NewEvent[] = [
    { name: 'officer.password_reset', subject, data: { sessionsEnded: ended.rowCount } },
  ]
  if (reset.removeSecondFactor && officer.secondFactor) {
    await removeSecondFactor(tx, account.userId)
    events.push({ name: 'officer.second_factor_removed', subject })
  }
  await writeEvents(tx, actor, events)
  await askConfirmation(tx, actor, id, 'password_reset')
  return readOfficer(tx, id)
}
