import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import type { AccessCode } from '../../../contract/residents.ts'
import { AppError } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'

const minutes = 10
const mostTries = 5

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
 * moment as another (the row is locked); after five the code is dead. Used codes open nothing.
 */
export async function tryAccessCode(
  tx: Tx,
  contactId: string,
  code: string,
  secret: Buffer,
  now = new Date(),
): Promise<boolean> {
  const { rows } = await tx.client.query(
    `select id, code_hash from access_codes where station_id = $1 and contact_id = $2 and used_at is null
       and expires_at > $3 and tries < $4 order by issued_at desc limit 1 for update`,
    [tx.stationId, contactId, now, mostTries],
  )
  const [open] = rows
  const right = open !== undefined && timingSafeEqual(open.code_hash, hashOf(secret, contactId, code))
  if (open)
    await tx.client.query(
      'update access_codes set tries = tries + 1, used_at = case when $3 then $4::timestamptz end where station_id = $1 and id = $2',
      [tx.stationId, open.id, right, now],
    )
  await writeEvents(tx, { kind: 'resident', id: contactId }, [
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

function hashOf(secret: Buffer, contactId: string, code: string): Buffer {
  return createHmac('sha256', secret).update('access code 1').update(contactId).update(code).digest()
}
