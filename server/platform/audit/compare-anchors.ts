import type { Checkpoint } from './anchors.ts'
import { isSignedBy } from './audit-key.ts'

/**
 * What can be wrong, and where it begins:
 * `edited` an event says something else than was sealed · `deleted` one is gone · `inserted` one was slipped in
 * without a seal · `reordered` two changed places · `cut` the tail is gone · `reappended` what follows an older
 * checkpoint is not what was signed (a tail cut off and grown again) · `restamped` nothing agrees with what was
 * signed (all hashes were made anew) · `forged` a checkpoint that our key did not sign · `unanchored` the
 * checkpoints outside the database are missing.
 */
export type AuditBreak = {
  kind:
    | 'edited'
    | 'deleted'
    | 'inserted'
    | 'reordered'
    | 'cut'
    | 'reappended'
    | 'restamped'
    | 'forged'
    | 'unanchored'
  position: number
}

/** Holds the chain's stored hashes against genuine checkpoints. */
export function compareAnchors(
  genuine: Checkpoint[],
  chain: { end: number; hashAt: Map<number, Buffer> },
): AuditBreak[] {
  const breaks: AuditBreak[] = []
  let good = 0
  for (const { position, headHash } of genuine.toSorted((a, b) => a.position - b.position)) {
    if (position > chain.end) {
      breaks.push({ kind: 'cut', position: chain.end + 1 })
      break
    }
    // A position without a seal is reported as deleted by the walk.
    const hash = chain.hashAt.get(position)
    if (!hash) continue
    if (!hash.equals(headHash)) {
      breaks.push({ kind: good === 0 ? 'restamped' : 'reappended', position: good + 1 })
      break
    }
    good = position
  }
  return breaks
}

/** Checkpoints that are not of this station or not signed by a trusted key. */
export function findForged(stationId: string, checkpoints: Checkpoint[], publicKeys: Buffer[]): Checkpoint[] {
  return checkpoints.filter(
    (checkpoint) =>
      checkpoint.stationId !== stationId ||
      !publicKeys.some((key) => isSignedBy(key, checkpoint, checkpoint.signature)),
  )
}
