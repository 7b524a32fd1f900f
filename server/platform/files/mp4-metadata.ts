import type { FileHandle } from 'node:fs/promises'
import type { Patch } from './blank-parts.ts'
import { readAt } from './scan-file.ts'

/**
 * What the boxes of a recording are needed for its sound (ISO/IEC 14496-12), by the box they stand in. Everything else
 * (`udta` and `meta` with the place, `uuid`, what we do not know) is blanked.
 */
const needed: Record<string, string[]> = {
  '': ['ftyp', 'styp', 'moov', 'moof', 'mdat', 'sidx', 'mfra', 'wide'],
  moov: ['mvhd', 'trak', 'mvex', 'iods'],
  trak: ['tkhd', 'mdia', 'edts', 'tref'],
  mdia: ['mdhd', 'hdlr', 'minf'],
  minf: ['smhd', 'nmhd', 'hdlr', 'dinf', 'stbl'],
  moof: ['mfhd', 'traf'],
  traf: ['tfhd', 'tfdt', 'trun', 'sbgp', 'sgpd', 'subs', 'saiz', 'saio'],
}

const mostBoxes = 20_000

/**
 * The boxes that are not the sound become `free`: what stands behind them stays where the index says it is. Null when a
 * length does not fit, or a track is something else than sound (places are also kept as a track of their own).
 */
export async function findMp4Metadata(handle: FileHandle, size: number): Promise<Patch[] | null> {
  const patches: Patch[] = []
  let boxes = 0

  async function walk(from: number, until: number, inside: string): Promise<boolean> {
    let at = from
    while (at < until) {
      const head = await readAt(handle, at, 28)
      if (++boxes > mostBoxes || head.length < 8 || until - at < 8) return false
      const type = head.toString('latin1', 4, 8)
      const short = head.readUInt32BE(0)
      const isLong = short === 1
      if (isLong && head.length < 16) return false
      const length = isLong ? Number(head.readBigUInt64BE(8)) : short === 0 ? until - at : short
      const begins = isLong ? 16 : 8
      if (length < begins || at + length > until) return false
      if (!needed[inside]!.includes(type))
        patches.push({ at: at + 4, bytes: Buffer.from('free') }, { at: at + begins, zeros: length - begins })
      else if (inside === 'mdia' && type === 'hdlr' && head.toString('latin1', 16, 20) !== 'soun')
        return false
      else if (type in needed && !(await walk(at + begins, at + length, type))) return false
      at += length
    }
    return true
  }
  return (await walk(0, size, '')) ? patches : null
}
