import type { CallbackQuery } from './callback-query.ts'
import { CallbackRefusal } from './callback-refusal.ts'
import { decryptMessage } from './cipher.ts'
import type { CallbackSeal } from './seal-callback.ts'
import { isSignedBy } from './signature.ts'

/** now in milliseconds; windowSeconds to either side of it, 300 if not given: clocks drift, replays come later. */
export type OpenOptions = { now?: number; windowSeconds?: number }

export type OpenedText = { message: Buffer; sealedWith: number }

/**
 * Signature first, then the age, then the cipher. Several seals count at once, so that the administrator can change
 * token and key without a lost callback; sealedWith says which of them it was, that is when the old one may go. Two
 * may share a token, so one seal's failure to decrypt is not yet the end.
 */
export function openSealed(
  query: CallbackQuery,
  encrypted: string,
  seals: CallbackSeal[],
  { now = Date.now(), windowSeconds = 300 }: OpenOptions,
): OpenedText {
  const { timestamp, nonce, msgSignature } = query
  const signed = seals.map((seal) => isSignedBy(seal.token, timestamp, nonce, encrypted, msgSignature))
  if (!signed.includes(true)) throw new CallbackRefusal('bad_signature', 'signed by none of our tokens')
  if (Math.abs(now / 1000 - Number(timestamp)) > windowSeconds) {
    throw new CallbackRefusal('stale', 'its time is too far from ours')
  }
  let refusal: unknown
  for (const [index, seal] of seals.entries()) {
    if (!signed[index]) continue
    try {
      return { message: decryptMessage(seal.key, encrypted, seal.receiveId), sealedWith: index }
    } catch (error) {
      refusal = error
    }
  }
  throw refusal
}
