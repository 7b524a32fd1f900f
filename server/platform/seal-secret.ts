import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { readSecret } from './config.ts'

/**
 * Secrets of others that we have to use: AES-256-GCM under a key of the installation that lies in the data folder and
 * never in the database. `about` is bound in: what was sealed for one row does not open for another.
 */
export function sealSecret(dataDir: string, about: string, text: string): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(dataDir), iv).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

/** Throws when the key is another one or a byte was changed. */
export function openSecret(dataDir: string, about: string, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(dataDir), sealed.subarray(0, 12))
  decipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
}

function keyOf(dataDir: string): Buffer {
  return Buffer.from(hkdfSync('sha256', readSecret(dataDir, 'seal'), '', 'sealed secrets', 32))
}
