import { type FileHandle, open } from 'node:fs/promises'

/** So much of a file is in memory at a time, however large it is and however many come at once. */
const chunkBytes = 64 * 1024

/** The first bytes of a file. */
export async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path)
  try {
    return await readAt(handle, 0, chunkBytes)
  } finally {
    await handle.close()
  }
}

/**
 * Goes through a file piece by piece and says whether `matches` is true of one. Each piece begins with the last
 * `overlap` bytes of the one before, so that what lies across two is seen.
 */
export async function scanFile(
  path: string,
  overlap: number,
  matches: (piece: Buffer) => boolean,
): Promise<boolean> {
  const handle = await open(path)
  try {
    for (let at = 0; ; at += chunkBytes - overlap) {
      const piece = await readAt(handle, at, chunkBytes)
      if (matches(piece)) return true
      if (piece.length < chunkBytes) return false
    }
  } finally {
    await handle.close()
  }
}

/** At most `length` bytes from a place; fewer at the end. */
export async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, at + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}
