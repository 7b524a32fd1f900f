import { createHash } from 'node:crypto'
import type { XmlElement } from '../../platform/xml/read-xml.ts'
import { readCallbackQuery } from './callback-query.ts'
import { CallbackRefusal } from './callback-refusal.ts'
import { type OpenOptions, openSealed } from './open-sealed.ts'
import { readCallbackText } from './read-callback-text.ts'
import type { CallbackSeal } from './seal-callback.ts'
import { fieldOf } from './xml-fields.ts'

/**
 * The largest callback known is 500 members leaving a group, about 36 KB, 48 KB in base64. Twice that and a bit:
 * nothing real is cut off, and a flood of the largest bodies costs little memory. Give the route the same limit.
 */
export const maxEnvelopeBytes = 128 * 1024

/**
 * digest: SHA-256 of the message, the key by which a repeated delivery is known. FromUserName and CreateTime, which
 * the vendor advises, would throw distinct events of one second together.
 */
export type OpenedCallback = { message: Buffer; root: XmlElement; digest: string; sealedWith: number }

/** A delivery, POST: the query as it came and the body's bytes. Throws CallbackRefusal. */
export function openCallback(
  rawQuery: string,
  body: Buffer,
  seals: CallbackSeal[],
  options: OpenOptions = {},
): OpenedCallback {
  if (body.length > maxEnvelopeBytes) throw new CallbackRefusal('too_large', 'the envelope')
  const { message, sealedWith } = openSealed(readCallbackQuery(rawQuery), readEnvelope(body), seals, options)
  const digest = createHash('sha256').update(message).digest('hex')
  return { message, root: readCallbackText(message.toString()), digest, sealedWith }
}

/** Only Encrypt is signed: whatever else the envelope says, the receiver above all, is not to be believed. */
function readEnvelope(body: Buffer): string {
  const root = readCallbackText(body.toString())
  const encrypted = fieldOf(root, 'Encrypt') || fieldOf(root, 'encrypt')
  if (encrypted === '') throw new CallbackRefusal('bad_envelope', 'nothing encrypted in it')
  return encrypted
}
