import type { Officer } from '../../../contract/officers.ts'
import { lockAccount } from '../../platform/auth/accounts.ts'
import { conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { keepAManager, readOfficer } from './store.ts'

/**
 * Disables an officer: from the commit on no session of hers opens anything, and all of them are gone, so that none
 * comes back when she is enabled again. Her rows stay; her matters are for a colleague to take over.
 */
export async function suspendOfficer(tx: Tx, actor: Actor, id: string, reason: string): Promise<Officer> {
  const officer = await readOfficer(tx, id)
  if (id === actor.id) throw conflict('不能停用自己的账号，请另一位所长或管理员来办。')
  await keepAManager(tx, id)
  const account = await lockAccount(tx, id)
  const { rowCount } = await tx.client.query(
    `insert into officer_suspensions (station_id, id, officer_id, by_officer_id, reason)
     values ($1, $2, $3, $4, $5) on conflict (station_id, officer_id) where until_at is null do nothing`,
    [tx.stationId, newId(), id, actor.id, reason],
  )
  if (rowCount === 0) throw conflict(`${officer.name}的账号已经停用。`)
  const ended = account
    ? await tx.client.query('delete from auth.session where user_id = $1', [account.userId])
    : null
  await writeEvents(tx, actor, [
    {
      name: 'officer.disabled',
      subject: { kind: 'officer', id },
      data: { sessionsEnded: ended?.rowCount ?? 0 },
    },
  ])
  return readOfficer(tx, id)
}

/** Enables an officer again. She signs in anew. */
export async function enableOfficer(tx: Tx, actor: Actor, id: string): Promise<Officer> {
  const officer = await readOfficer(tx, id)
  const { rowCount } = await tx.client.query(
    'update officer_suspensions set until_at = now() where station_id = $1 and officer_id = $2 and until_at is null',
    [tx.stationId, id],
  )
  if (rowCount === 0) throw conflict(`${officer.name}的账号没有停用。`)
  await writeEvents(tx, actor, [{ name: 'officer.enabled', subject: { kind: 'officer', id } }])
  return readOfficer(tx, id)
}
