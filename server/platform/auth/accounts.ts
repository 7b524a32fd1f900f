import { randomInt } from 'node:crypto'
import { generateRandomString, hashPassword } from 'better-auth/crypto'
import { newId } from '../id.ts'
import type { Tx } from '../tenancy.ts'
import { initialPasswordDays } from './session-rules.ts'

export { hashPassword }

/** No letters or digits that are mistaken for one another when read out or written down. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A first password of 12 random characters (59 bits) in groups of four. */
export function makeInitialPassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${group()}-${group()}-${group()}`
}

export function newToken(): string {
  return generateRandomString(32, 'a-z', 'A-Z', '0-9')
}

/** When a password made now by somebody else stops to open anything. */
export function initialPasswordEnd(now: Date): Date {
  return new Date(now.getTime() + initialPasswordDays * 86_400_000)
}

type NewAccount = {
  userId: string
  officerId: string
  username: string
  name: string
  passwordHash: string
  /** Set when somebody else knows the password. */
  initialPasswordUntil: Date | null
}

/** The sign-in of an officer whose row exists. A user name that is taken fails on the unique index (conflict). */
export async function createAccount(tx: Tx, account: NewAccount): Promise<void> {
  const { userId, officerId, username, name, passwordHash, initialPasswordUntil } = account
  await tx.db
    .insertInto('auth.user')
    .values({
      id: userId,
      name,
      // The library wants an address; the domain is reserved for addresses that do not exist (RFC 2606).
      email: `${userId}@officer.invalid`,
      username,
      stationId: tx.stationId,
      officerId,
      initialPasswordUntil,
    })
    .execute()
  await tx.db
    .insertInto('auth.account')
    .values({ id: newId(), accountId: userId, providerId: 'credential', userId, password: passwordHash })
    .execute()
}

/** Locks an officer's account for this transaction, so that sign-in, suspension and new passwords take turns. */
export async function lockAccount(tx: Tx, officerId: string): Promise<{ userId: string } | null> {
  const row = await tx.db
    .selectFrom('auth.user')
    .select('id')
    .where('stationId', '=', tx.stationId)
    .where('officerId', '=', officerId)
    .forUpdate()
    .executeTakeFirst()
  return row ? { userId: row.id } : null
}

/** Replaces the password. The account must be locked. */
export async function replacePassword(
  tx: Tx,
  userId: string,
  password: { hash: string; initialUntil: Date | null },
): Promise<void> {
  await tx.db
    .updateTable('auth.account')
    .set({ password: password.hash, updatedAt: new Date() })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .execute()
  await tx.db
    .updateTable('auth.user')
    .set({ initialPasswordUntil: password.initialUntil, updatedAt: new Date() })
    .where('id', '=', userId)
    .execute()
}
