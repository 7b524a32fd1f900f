import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import type { AccessCode } from '../../../contract/residents.ts'
import { AppError } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { openDoor } from './digital-door.ts'

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
 * Tries a code for the contacts a number can mean; returns the one it opens, or null. A wrong try is counted against
 * the codes of all of them, also when it comes at the same moment as another (the rows are locked); after five from one
 * address, or twenty-five in all, a code opens nothing more. Used codes open nothing.
 */
export async function tryAccessCode(
  tx: Tx,
  contactIds: string[],
  given: { code: string; address: string },
  secret: Buffer,
  now = new Date(),
): Promise<string | null> {
  const from = addressHash(secret, given.address)
  const { rows } = await tx.client.query(
    `select id, contact_id, code_hash, coalesce((tries_from ->> $5)::int, 0) as from_here from access_codes
     where station_id = $1 and contact_id = any($2::uuid[]) and used_at is null and expires_at > $3 and tries < $4
     order by contact_id, issued_at desc for update`,
    [tx.stationId, contactIds, now, mostTriesInAll, from],
  )
  const open = rows.filter((row) => row.from_here < mostTries)
  const right = open.find((row) => timingSafeEqual(row.code_hash, hashOf(secret, row.contact_id, given.code)))
  await tx.client.query(
    `update access_codes set tries = tries + 1, used_at = case when $3 then $4::timestamptz end,
       tries_from = tries_from || jsonb_build_object($5::text, coalesce((tries_from ->> $5)::int, 0) + 1)
     where station_id = $1 and id = any($2::uuid[])`,
    [tx.stationId, right ? [right.id] : open.map((row) => row.id), right !== undefined, now, from],
  )
  if (right) await openDoor(tx, right.contact_id)
  // Whoever tried a wrong one need not be the resident: the log must not say that she did.
  const actor: Actor = right ? { kind: 'resident', id: right.contact_id } : { kind: 'system', id: null }
  const tried: string[] = right ? [right.contact_id] : contactIds
  await writeEvents(
    tx,
    actor,
    tried.map((id) => ({
      name: right ? 'access_code.used' : 'access_code.refused',
      subject: { kind: 'contact', id },
      contactId: id,
    })),
  )
  return right?.contact_id ?? null
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
