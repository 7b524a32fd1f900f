import { Refusal } from '../refusal.ts'
import type { MediaKind } from './state.ts'

const megabyte = 2 ** 20
const least = 5
const most: Record<MediaKind, number> = {
  image: 10 * megabyte,
  voice: 2 * megabyte,
  video: 10 * megabyte,
  file: 20 * megabyte,
}
const tooLarge: Record<MediaKind, number> = { image: 40009, voice: 40006, video: 40011, file: 45001 }
/** An AMR frame is 20 ms. */
const mostVoiceFrames = 60 * 50

/** E22: sizes and kinds, by what the bytes are and not by what the name says. */
export function checkUpload(kind: MediaKind, bytes: Buffer): void {
  if (bytes.length === 0) throw new Refusal(44001)
  if (bytes.length <= least) throw new Refusal(40006, 'must be larger than 5 bytes')
  if (bytes.length > most[kind]) throw new Refusal(tooLarge[kind])
  if (kind === 'image' && !isPicture(bytes)) throw new Refusal(40123)
  if (kind === 'voice') {
    if (!bytes.subarray(0, 6).equals(Buffer.from('#!AMR\n'))) throw new Refusal(40004, 'voice is not AMR')
    if (framesOf(bytes) > mostVoiceFrames) throw new Refusal(40006, 'voice is longer than 60 s')
  }
  if (kind === 'video' && bytes.toString('latin1', 4, 8) !== 'ftyp')
    throw new Refusal(40004, 'video is not MP4')
}

export function isPicture(bytes: Buffer): boolean {
  const jpeg = bytes[0] === 0xff && bytes[1] === 0xd8
  const png = bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))
  return jpeg || png
}

/** Bytes of a frame's body by its mode (narrow-band AMR, RFC 4867). */
const frameBytes = [12, 13, 15, 17, 19, 20, 26, 31, 5, 0, 0, 0, 0, 0, 0, 0]

function framesOf(bytes: Buffer): number {
  let frames = 0
  for (let at = 6; at < bytes.length; at += 1 + frameBytes[(bytes[at]! >> 3) & 15]!) frames++
  return frames
}
