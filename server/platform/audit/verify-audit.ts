import type { Tx } from '../tenancy.ts'
import type { Checkpoint } from './anchors.ts'
import { type AuditBreak, compareAnchors, findForged } from './compare-anchors.ts'
import { readCheckpoints } from './read-checkpoints.ts'
import { findInserted, walkChain } from './walk-chain.ts'

export type AuditReport = {
  /** Sealed events that were recomputed. */
  events: number
  /** Settled events that wait for their seal. */
  unsealed: number
  /** Signed checkpoints the chain was held against, inside and outside the database. */
  checkpoints: number
  breaks: AuditBreak[]
}

/**
 * Recomputes a station's chain from its first event and holds it against the signed checkpoints. `anchors` come from
 * outside the database and `publicKeys` are trusted from outside it: what only the database says is proof of nothing,
 * because whoever can rewrite the events can rewrite the seals. It writes nothing.
 */
export async function verifyAudit(
  tx: Tx,
  trust: { anchors: Checkpoint[]; publicKeys: Buffer[] },
): Promise<AuditReport> {
  const stored = await readCheckpoints(tx)
  const forged = findForged(tx.stationId, [...trust.anchors, ...stored], trust.publicKeys)
  const genuine = [...trust.anchors, ...stored].filter((checkpoint) => !forged.includes(checkpoint))
  const wanted = new Set(genuine.map(({ position }) => position))
  const walk = await walkChain(tx, wanted)
  const { inserted, unsealed } = await findInserted(tx, walk.last)
  const breaks = [
    ...walk.breaks,
    ...inserted,
    ...compareAnchors(genuine, walk),
    ...forged.map(({ position }): AuditBreak => ({ kind: 'forged', position })),
  ]
  if (trust.anchors.length === 0 && stored.length > 0) {
    breaks.push({ kind: 'unanchored', position: stored.at(-1)!.position })
  }
  breaks.sort((a, b) => a.position - b.position)
  return { events: walk.count, unsealed, checkpoints: wanted.size, breaks }
}
