import { open } from 'node:fs/promises'
import { readAt } from './scan-file.ts'

/** Bytes to be written over a file's own: a few, or so many zeros. Lengths stay, so that every offset still holds. */
export type Patch = { at: number; bytes: Buffer } | { at: number; zeros: number }

const chunkBytes = 64 * 1024

/** The file with the patches laid over it, piece by piece. */
export async function* blankParts(path: string, patches: Patch[]): AsyncGenerator<Buffer> {
  const handle = await open(path)
  try {
    for (let at = 0; ; at += chunkBytes) {
      const piece = await readAt(handle, at, chunkBytes)
      for (const patch of patches) lay(patch, piece, at)
      if (piece.length > 0) yield piece
      if (piece.length < chunkBytes) return
    }
  } finally {
    await handle.close()
  }
}

function lay(patch: Patch, piece: Buffer, at: number): void {
  const from = patch.at - at
  const length = 'zeros' in patch ? patch.zeros : patch.bytes.length
  if (from >= piece.length || from + length <= 0) return
  if ('zeros' in patch) piece.fill(0, Math.max(0, from), Math.min(piece.length, from + length))
  else patch.bytes.copy(piece, Math.max(0, from), Math.max(0, -from))
}
