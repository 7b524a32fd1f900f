import type { AccessLink } from '../../../contract/residents.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findStation } from '../officers/views.ts'
import { readToken, writeToken } from './access-token.ts'
import { accessVersionOf } from './access-version.ts'
import { openDoor } from './digital-door.ts'

/** A link that opens the contact's matters on any phone until the access is revoked. `origin` is where the pages are. */
export async function issueAccessLink(
  tx: Tx,
  actor: Actor,
  contactId: string,
  options: { secret: Buffer; origin: string },
): Promise<AccessLink> {
  const station = await findStation(tx, tx.stationId)
  const version = await accessVersionOf(tx, contactId)
  if (!station || version === null) throw notFound()
  const { stationId } = tx
  const token = writeToken(options.secret, { use: 'link', stationId, contactId, version }, new Date())
  await writeEvents(tx, actor, [
    { name: 'access_link.issued', subject: { kind: 'contact', id: contactId }, contactId },
  ])
  return { url: `${options.origin}/r/${station.code}/k/${token}`, token }
}

/** The contact and station in a link, or a sentence when it is not one of ours. */
export function readAccessLink(
  secret: Buffer,
  token: string,
): { stationId: string; contactId: string; version: number } {
  const read = readToken(secret, token)
  if (read?.use !== 'link') throw brokenLink()
  return read
}

/** Notes that a link was opened on a phone. Throws when it was revoked meanwhile. */
export async function openAccessLink(
  tx: Tx,
  actor: Actor,
  contactId: string,
  version: number,
): Promise<void> {
  const valid = await accessVersionOf(tx, contactId)
  if (valid === null || version < valid) throw brokenLink()
  await openDoor(tx, contactId)
  await writeEvents(tx, actor, [
    { name: 'access_link.used', subject: { kind: 'contact', id: contactId }, contactId },
  ])
}

function brokenLink(): AppError {
  return new AppError(
    'unauthenticated',
    '这个链接已经失效或不完整。请向派出所要一个新的，或用一次性验证码找回您的事项。',
  )
}
