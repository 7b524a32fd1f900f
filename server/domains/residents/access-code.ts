import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import type { AccessCode } from '../../../contract/residents.ts'
import { AppError } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { openDoor } from './digital-door.ts'

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
 * Tries a code for the contacts a number can mean; returns the one it opens, or null. A wrong try is counted against
 * the codes of all of them, also when it comes at the same moment as another (the rows are locked); after five a code
 * is dead. Used codes open nothing.
 */
export async function tryAccessCode(
  tx: Tx,
  contactIds: string[],
  code: string,
  secret: Buffer,
  now = new Date(),
): Promise<string | null> {
  const { rows: open } = await tx.client.query(
    `select id, contact_id, code_hash from access_codes where station_id = $1 and contact_id = any($2::uuid[])
       and used_at is null and expires_at > $3 and tries < $4 order by contact_id, issued_at desc for update`,
    [tx.stationId, contactIds, now, mostTries],
  )
  const right = open.find((row) => timingSafeEqual(row.code_hash, hashOf(secret, row.contact_id, code)))
  await tx.client.query(
    `update access_codes set tries = tries + 1, used_at = case when $3 then $4::timestamptz end
     where station_id = $1 and id = any($2::uuid[])`,
    [tx.stationId, right ? [right.id] : open.map((row) => row.id), right !== undefined, now],
  )
  if (right) await openDoor(tx, right.contact_id)
  const tried: string[] = right ? [right.contact_id] : contactIds
  for (const id of tried) {
    await writeEvents(tx, { kind: 'resident', id }, [
      {
        name: right ? 'access_code.used' : 'access_code.refused',
        subject: { kind: 'contact', id },
        contactId: id,
      },
    ])
  }
  return right?.contact_id ?? null
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
