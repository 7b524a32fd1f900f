import { createHash, timingSafeEqual } from 'node:crypto'

/** Lower-case hex SHA-1 over the four texts, sorted by code unit. localeCompare gives another order. */
export function signatureOf(token: string, timestamp: string, nonce: string, encrypted: string): string {
  return createHash('sha1').update([token, timestamp, nonce, encrypted].sort().join('')).digest('hex')
}

/** Compared in constant time: how long a refusal takes must not tell how many digits were right. */
export function isSignedBy(
  token: string,
  timestamp: string,
  nonce: string,
  encrypted: string,
  signature: string,
): boolean {
  const right = Buffer.from(signatureOf(token, timestamp, nonce, encrypted))
  const given = Buffer.from(signature)
  return given.length === right.length && timingSafeEqual(given, right)
}
