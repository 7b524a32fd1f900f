import type { NewOfficer } from '../../../contract/officers.ts'
import { createAccount } from '../../platform/auth/accounts.ts'
import { conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { replaceVillages } from './store.ts'

/** An officer and her account. `initialPasswordUntil` is set when somebody else chose the password. */
export async function createOfficer(
  tx: Tx,
  actor: Actor,
  given: NewOfficer,
  password: { hash: string; initialUntil: Date | null },
): Promise<string> {
  const { username, name, role, phone = '', villageIds = [] } = given
  // User names are one of a kind over all stations: the sign-in page does not ask for the station.
  const taken = await tx.client.query('select from auth."user" where username = $1', [username])
  if (taken.rowCount) throw conflict('这个用户名已经有人用，请换一个。')
  const id = newId()
  await tx.db
    .insertInto('officers')
    .values({ stationId: tx.stationId, id, userId: id, username, name, role, phone })
    .execute()
  await createAccount(tx, {
    userId: id,
    officerId: id,
    username,
    name,
    passwordHash: password.hash,
    initialPasswordUntil: password.initialUntil,
  })
  await replaceVillages(tx, id, villageIds)
  await writeEvents(tx, actor, [
    { name: 'officer.created', subject: { kind: 'officer', id }, data: { role, villageIds } },
  ])
  return id
}
