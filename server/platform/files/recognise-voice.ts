import { scanFile } from './scan-file.ts'

/** Recordings as phones and browsers make them, by their first bytes. Null when it is none of these. */
export function voiceTypeOf(bytes: Buffer): string | null {
  const text = bytes.toString('latin1', 0, 64)
  if (text.startsWith('OggS')) return 'audio/ogg'
  if (text.startsWith('#!AMR')) return 'audio/amr'
  // WeChat's own, with or without the byte that it puts in front; kept to be saved, nothing plays it.
  if (text.startsWith('#!SILK') || text.startsWith('#!SILK', 1)) return 'audio/silk'
  if (text.startsWith('RIFF') && text.startsWith('WAVE', 8)) return 'audio/wav'
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0x1a45dfa3 && text.includes('webm')) return 'audio/webm'
  if (text.startsWith('ftyp', 4) && soundBrands.has(text.slice(8, 12))) return 'audio/mp4'
  if (text.startsWith('ID3')) return 'audio/mpeg'
  return frameTypeOf(bytes)
}

/** MP4 files that can hold sound; the others of this family are pictures (heic, avif) or films. */
const soundBrands = new Set([
  'M4A ',
  'M4B ',
  'mp41',
  'mp42',
  'isom',
  'iso2',
  'iso4',
  'iso5',
  'iso6',
  'dash',
  '3gp4',
  '3gp5',
  '3gp6',
  'qt  ',
])

/** Bare MPEG or ADTS frames: a sync word, then fields that must not have their reserved values. */
function frameTypeOf(bytes: Buffer): string | null {
  const [first, second, third] = bytes
  if (first !== 0xff || second === undefined || third === undefined) return null
  if ((second & 0xf6) === 0xf0 && (third & 0x3c) >> 2 < 13) return 'audio/aac'
  const layer = (second & 0x06) >> 1
  const bitRate = third >> 4
  const sampleRate = (third & 0x0c) >> 2
  const isFrame =
    (second & 0xe0) === 0xe0 && layer !== 0 && bitRate !== 0 && bitRate !== 15 && sampleRate !== 3
  return isFrame ? 'audio/mpeg' : null
}

/** A picture track in an MP4 or WebM: then it is a film and not a recording. `head` are the file's first bytes. */
export async function hasVideo(path: string, head: Buffer): Promise<boolean> {
  if (head.length < 4) return false
  if (head.readUInt32BE(0) === 0x1a45dfa3)
    return /V_(VP8|VP9|AV1|MPEG)/.test(head.toString('latin1', 0, 65_536))
  // A phone that records as it goes writes the list of tracks last.
  return scanFile(path, 16, (piece) => {
    for (let at = piece.indexOf('hdlr'); at !== -1; at = piece.indexOf('hdlr', at + 4))
      if (piece.toString('latin1', at + 12, at + 16) === 'vide') return true
    return false
  })
}
