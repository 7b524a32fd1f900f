import type { FileHandle } from 'node:fs/promises'
import type { Patch } from './blank-parts.ts'
import { readAt } from './scan-file.ts'

/**
 * Tags before and behind MPEG frames: ID3v2 (its frames become padding), ID3v1, APEv2. Null when a length does not
 * fit, or there is one of a kind that is only known by name (Lyrics3).
 */
export async function findTagMetadata(handle: FileHandle, size: number): Promise<Patch[] | null> {
  const patches: Patch[] = []
  for (let at = 0, tags = 0; ; tags++) {
    const head = await readAt(handle, at, 10)
    if (head.toString('latin1', 0, 3) !== 'ID3') break
    const length = syncsafe(head)
    if (tags > 8 || length === null || at + 10 + length > size) return null
    // Without its flags the tag has neither an extended header nor a footer: zeros are padding (ID3v2.4 §3.3).
    const footer = head[5]! & 0x10 ? 10 : 0
    patches.push({ at: at + 5, zeros: 1 }, { at: at + 10, zeros: length + footer })
    at += 10 + length + footer
  }
  let end = size
  if ((await textAt(handle, end - 128, 3)) === 'TAG') {
    patches.push({ at: end - 128, zeros: 128 })
    end -= 128
    if ((await textAt(handle, end - 227, 4)) === 'TAG+') {
      patches.push({ at: end - 227, zeros: 227 })
      end -= 227
    }
  }
  if ((await textAt(handle, end - 9, 9)) === 'LYRICS200') return null
  if ((await textAt(handle, end - 32, 8)) === 'APETAGEX') {
    const length = (await readAt(handle, end - 20, 4)).readUInt32LE(0) + 32
    if (length < 32 || length > end + 32) return null
    const from = Math.max(0, end - length)
    patches.push({ at: from, zeros: end - from })
  }
  return patches
}

/** Four bytes of seven bits (ID3v2 §3.1); null when an eighth is set. */
function syncsafe(head: Buffer): number | null {
  if (head.length < 10) return null
  const bytes = [...head.subarray(6, 10)]
  return bytes.some((byte) => byte > 127) ? null : bytes.reduce((sum, byte) => sum * 128 + byte, 0)
}

async function textAt(handle: FileHandle, at: number, length: number): Promise<string> {
  return at < 0 ? '' : (await readAt(handle, at, length)).toString('latin1')
}
