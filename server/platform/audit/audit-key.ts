import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** The key that signs checkpoints: Ed25519, made once for an installation, kept beside its other secrets. */
export function readAuditKey(dataDir: string): KeyObject {
  const folder = resolve(dataDir, 'secrets')
  const path = resolve(folder, 'audit-key.pem')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!existsSync(path)) {
    const draft = `${path}.${process.pid}`
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flush: true })
    try {
      // Appears whole or not at all, and never in the place of one that is there.
      linkSync(draft, path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft, { force: true })
    }
  }
  return createPrivateKey(readFileSync(path))
}

/** The 32 bytes that verify what the key signed. */
export function publicBytes(key: KeyObject): Buffer {
  const { x } = createPublicKey(key as never).export({ format: 'jwk' }) as { x: string }
  return Buffer.from(x, 'base64url')
}

export type Statement = {
  stationId: string
  position: number
  headHash: Buffer
  feedCursor: string
  signedAt: Date
}

/** The bytes a checkpoint's signature stands on. */
function bytesOf({ stationId, position, headHash, feedCursor, signedAt }: Statement): Buffer {
  const lines = ['lianxinqiao checkpoint 1', stationId, position, headHash.toString('hex'), feedCursor]
  return Buffer.from([...lines, signedAt.toISOString(), ''].join('\n'))
}

export function signStatement(key: KeyObject, statement: Statement): Buffer {
  return sign(null, bytesOf(statement), key)
}

export function isSignedBy(publicKey: Buffer, statement: Statement, signature: Buffer): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') }
  try {
    return verify(null, bytesOf(statement), createPublicKey({ key: jwk, format: 'jwk' }), signature)
  } catch {
    return false
  }
}
