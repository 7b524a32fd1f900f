import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import type { AccessCode } from '../../../contract/residents.ts'
import { AppError } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'

const minutes = 10
/** From one address. Somebody who knows a number must not be able to spend the tries of whom the code is for … */
const mostTries = 5
/** … and all addresses together have so few that a million codes cannot be guessed. */
const mostTriesInAll = 25

/** Six digits an officer reads to a resident; the one before counts no longer. Only a keyed hash is kept. */
export async function issueAccessCode(
  tx: Tx,
  actor: Actor,
  contactId: string,
  secret: Buffer,
  now = new Date(),
): Promise<AccessCode> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const expiresAt = new Date(now.getTime() + minutes * 60_000)
  await tx.client.query(
    'update access_codes set expires_at = $3 where station_id = $1 and contact_id = $2 and used_at is null and expires_at > $3',
    [tx.stationId, contactId, now],
  )
  await tx.db
    .insertInto('accessCodes')
    .values({
      stationId: tx.stationId,
      id: newId(),
      contactId,
      codeHash: hashOf(secret, contactId, code),
      issuedBy: actor.id,
      issuedAt: now,
      expiresAt,
    })
    .execute()
  await writeEvents(tx, actor, [
    { name: 'access_code.issued', subject: { kind: 'contact', id: contactId }, contactId },
  ])
  return { code, expiresAt: expiresAt.toISOString() }
}

/**
 * Tries a code for a contact and says whether it was right. A wrong try is counted, also when it comes at the same
 * moment as another (the row is locked); after five from one address, or twenty-five in all, it opens nothing more.
 * Used codes open nothing.
 */
export async function tryAccessCode(
  tx: Tx,
  contactId: string,
  given: { code: string; address: string },
  secret: Buffer,
  now = new Date(),
): Promise<boolean> {
  const from = addressHash(secret, given.address)
  const { rows } = await tx.client.query(
    `select id, code_hash, coalesce((tries_from ->> $5)::int, 0) as from_here from access_codes where station_id = $1 and contact_id = $2 and used_at is null
       and expires_at > $3 and tries < $4 order by issued_at desc limit 1 for update`,
    [tx.stationId, contactId, now, mostTriesInAll, from],
  )
  const open = rows[0]?.from_here < mostTries ? rows[0] : undefined
  const right = open !== undefined && timingSafeEqual(open.code_hash, hashOf(secret, contactId, given.code))
  if (open)
    await tx.client.query(
      `update access_codes set tries = tries + 1, used_at = case when $3 then $4::timestamptz end,
         tries_from = tries_from || jsonb_build_object($5::text, $6::int) where station_id = $1 and id = $2`,
      [tx.stationId, open.id, right, now, from, open.from_here + 1],
    )
  // Whoever tried a wrong one need not be the resident: the log must not say that she did.
  const actor: Actor = right ? { kind: 'resident', id: contactId } : { kind: 'system', id: null }
  await writeEvents(tx, actor, [
    {
      name: right ? 'access_code.used' : 'access_code.refused',
      subject: { kind: 'contact', id: contactId },
      contactId,
    },
  ])
  return right
}

/** The same words whether the number, the code or its time is wrong: the answer tells nobody what exists. */
export function wrongCode(): AppError {
  return new AppError(
    'unauthenticated',
    '编号或验证码不对，或者验证码已经过期。请核对后再试，或请派出所重新给一个。',
  )
}

/** Enough to tell addresses apart; the table keeps none. */
function addressHash(secret: Buffer, address: string): string {
  return createHmac('sha256', secret).update('access code from 1').update(address).digest('hex').slice(0, 16)
}

function hashOf(secret: Buffer, contactId: string, code: string): Buffer {
  return createHmac('sha256', secret).update('access code 1').update(contactId).update(code).digest()
}
