import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Statement } from './audit-key.ts'

export type Checkpoint = Statement & { signature: Buffer; publicKey: Buffer }

/** Where checkpoints lie outside the database: best on a disk or share that its administrator cannot write. */
export function anchorDir(config: Pick<Config, 'dataDir' | 'auditAnchorDir'>): string {
  return config.auditAnchorDir ?? join(config.dataDir, 'audit')
}

function fileOf(dir: string, code: string): string {
  return join(dir, `checkpoints-${code}.jsonl`)
}

/** Adds one line and waits until it is on the disk. */
export function appendAnchor(dir: string, code: string, checkpoint: Checkpoint): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const { stationId, position, headHash, feedCursor, signedAt, signature, publicKey } = checkpoint
  const line = {
    station: stationId,
    position,
    headHash: headHash.toString('hex'),
    feedCursor,
    signedAt: signedAt.toISOString(),
    signature: signature.toString('base64'),
    publicKey: publicKey.toString('base64'),
  }
  appendFileSync(fileOf(dir, code), `${JSON.stringify(line)}\n`, { mode: 0o600, flush: true })
}

/** The checkpoints kept for a station, oldest first; a line cut short by a crash is passed over. */
export function readAnchors(dir: string, code: string): Checkpoint[] {
  const file = fileOf(dir, code)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8').split('\n').flatMap(parseLine)
}

function parseLine(line: string): Checkpoint[] {
  try {
    const read = JSON.parse(line)
    return [
      {
        stationId: read.station,
        position: read.position,
        headHash: Buffer.from(read.headHash, 'hex'),
        feedCursor: read.feedCursor,
        signedAt: new Date(read.signedAt),
        signature: Buffer.from(read.signature, 'base64'),
        publicKey: Buffer.from(read.publicKey, 'base64'),
      },
    ]
  } catch {
    return []
  }
}
