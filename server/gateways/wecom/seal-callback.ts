import { randomBytes } from 'node:crypto'
import { encryptMessage } from './cipher.ts'
import { signatureOf } from './signature.ts'

export type CallbackSeal = { token: string; key: Buffer; receiveId: string }

export type SealedCallback = { encrypt: string; msgSignature: string; timestamp: string; nonce: string }

/** What WeCom puts on the wire for a message; the other side of open-callback.ts. Time in seconds. */
export function sealCallback(
  seal: CallbackSeal,
  message: string | Buffer,
  given: { timestamp?: string; nonce?: string; random?: Buffer } = {},
): SealedCallback {
  const timestamp = given.timestamp ?? String(Math.floor(Date.now() / 1000))
  const nonce = given.nonce ?? randomBytes(8).toString('hex')
  const encrypt = encryptMessage(seal.key, message, seal.receiveId, given.random)
  return { encrypt, msgSignature: signatureOf(seal.token, timestamp, nonce, encrypt), timestamp, nonce }
}
