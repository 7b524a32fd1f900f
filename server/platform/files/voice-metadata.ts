import { type FileHandle, open } from 'node:fs/promises'
import type { Patch } from './blank-parts.ts'
import { findMp4Metadata } from './mp4-metadata.ts'
import { readAt, scanFile } from './scan-file.ts'
import { findTagMetadata } from './tag-metadata.ts'

/**
 * The parts of a recording that are not its sound (where it was made, by what, titles, pictures), as patches that blank
 * them; null when it cannot be told what is in it, and then it is not shown. Lengths in the file are never believed.
 */
export async function findVoiceMetadata(path: string, mediaType: string): Promise<Patch[] | null> {
  switch (mediaType) {
    case 'audio/mp4':
      return withFile(path, findMp4Metadata)
    case 'audio/mpeg':
    case 'audio/aac':
      return withFile(path, findTagMetadata)
    case 'audio/wav':
      return withFile(path, findWavMetadata)
    case 'audio/webm':
      // Tags, attachments, chapters (RFC 9559): browsers write none when they record.
      return (await scanFile(path, 4, (piece) => webmParts.some((id) => piece.includes(id)))) ? null : []
    case 'audio/ogg':
      return (await scanFile(path, 4096, hasOggComments)) ? null : []
    default:
      return null
  }
}

async function withFile(
  path: string,
  find: (handle: FileHandle, size: number) => Promise<Patch[] | null>,
): Promise<Patch[] | null> {
  const handle = await open(path)
  try {
    return await find(handle, (await handle.stat()).size)
  } finally {
    await handle.close()
  }
}

const webmParts = ['1254c367', '1941a469', '1043a770'].map((id) => Buffer.from(id, 'hex'))

/** Comments other than what wrote the file (RFC 7845 §5.2); such as cannot be read to their end count too. */
function hasOggComments(piece: Buffer): boolean {
  for (const name of ['OpusTags', '\x03vorbis'])
    for (let at = piece.indexOf(name, 0, 'latin1'); at !== -1; at = piece.indexOf(name, at + 1, 'latin1')) {
      // Near the end of a piece it comes again, whole, at the beginning of the next.
      if (at > piece.length - 2048 && piece.length === 64 * 1024) break
      if (!readsAsPlain(piece, at + name.length)) return true
    }
  return false
}

function readsAsPlain(piece: Buffer, start: number): boolean {
  let at = start
  const length = () => {
    if (at + 4 > piece.length) return null
    at += 4
    return piece.readUInt32LE(at - 4)
  }
  const vendor = length()
  if (vendor === null || vendor > 1024) return false
  at += vendor
  const count = length()
  if (count === null || count > 4) return false
  for (let index = 0; index < count; index++) {
    const size = length()
    if (size === null || size > 512 || at + size > piece.length) return false
    if (!/^encoder=/i.test(piece.toString('latin1', at, at + size))) return false
    at += size
  }
  return true
}

const wavSound = new Set(['fmt ', 'fact', 'data'])

/** Chunks of a RIFF file that are not the sound become JUNK, which every player skips. */
async function findWavMetadata(handle: FileHandle, size: number): Promise<Patch[] | null> {
  const patches: Patch[] = []
  for (let at = 12, chunks = 0; at + 8 <= size; chunks++) {
    if (chunks > 1000) return null
    const head = await readAt(handle, at, 8)
    const name = head.toString('latin1', 0, 4)
    const length = head.readUInt32LE(4)
    const end = at + 8 + length + (length % 2)
    if (!wavSound.has(name)) {
      if (at + 8 + length > size) return null
      patches.push({ at, bytes: Buffer.from('JUNK') }, { at: at + 8, zeros: length })
    }
    at = end
  }
  return patches
}
