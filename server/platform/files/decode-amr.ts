import { readFile } from 'node:fs/promises'
import { setImmediate as breathe } from 'node:timers/promises'
import { decoder } from '@audio/decode-amr'

/** A recording as every browser plays it: 16-bit WAV, one channel. */
export type DecodedVoice = { wav: Buffer; seconds: number }

/** Two minutes, twice what WeChat takes: much sound out of a small file would be somebody's prank. */
const mostFrames = 6000
/** So many frames at a time: a second of sound takes some four milliseconds, and others wait no longer. */
const framesAtOnce = 50
const framesASecond = 50

/** Bytes of a frame by its mode, its head included (RFC 4867 §5.3 with 3GPP TS 26.101 and 26.201). */
const narrow = [13, 14, 16, 18, 20, 21, 27, 32, 6, 6, 6, 6, 1, 1, 1, 1]
const wide = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 1, 1, 1, 1, 1, 1]

/**
 * Makes an AMR recording (WeChat's, and of older phones), which no browser plays, into one that all play. Null when it
 * is too long or no sound comes of it: then it can be saved for another program.
 */
export function decodeAmr(path: string): Promise<DecodedVoice | null> {
  const decoded = previous.then(() => decodeOne(path))
  previous = decoded.catch(() => {})
  return decoded
}

/** How long an AMR recording is, by its frames, without decoding it; null when it is none or too long to be decoded. */
export function amrSeconds(bytes: Buffer): number | null {
  const cut = cutFrames(bytes)
  return cut && cut.frames / framesASecond
}

/** One recording at a time: many at once would take the process from everybody else. */
let previous: Promise<unknown> = Promise.resolve()

async function decodeOne(path: string): Promise<DecodedVoice | null> {
  const bytes = await readFile(path)
  const pieces = cutFrames(bytes)?.pieces
  if (!pieces) return null
  const decoding = await decoder()
  const sound: Buffer[] = []
  let rate = 8000
  try {
    for (const piece of pieces) {
      const { channelData, sampleRate } = decoding.decode(piece)
      if (sampleRate > 0) rate = sampleRate
      if (channelData[0]) sound.push(samplesOf(channelData[0]))
      await breathe()
    }
  } catch {
    return null
  } finally {
    decoding.free()
  }
  const data = Buffer.concat(sound)
  if (data.length === 0) return null
  return { wav: Buffer.concat([wavHead(data.length, rate), data]), seconds: data.length / 2 / rate }
}

/** The file in pieces of whole frames, the first with its head; a last frame that was cut off is left out. */
function cutFrames(bytes: Buffer): { pieces: Buffer[]; frames: number } | null {
  const isWide = bytes.toString('latin1', 0, 9) === '#!AMR-WB\n'
  if (!isWide && bytes.toString('latin1', 0, 6) !== '#!AMR\n') return null
  const sizes = isWide ? wide : narrow
  const pieces: Buffer[] = []
  let from = 0
  let at = isWide ? 9 : 6
  let frames = 0
  while (at < bytes.length) {
    const size = sizes[(bytes[at]! >> 3) & 0x0f]!
    if (at + size > bytes.length) break
    at += size
    frames++
    if (frames > mostFrames) return null
    if (frames % framesAtOnce > 0) continue
    pieces.push(bytes.subarray(from, at))
    from = at
  }
  return { pieces: [...pieces, bytes.subarray(from, at)], frames }
}

function samplesOf(sound: Float32Array): Buffer {
  const samples = Buffer.alloc(sound.length * 2)
  sound.forEach((value, index) => {
    samples.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * 32_767), index * 2)
  })
  return samples
}

function wavHead(length: number, rate: number): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(length, 40)
  return head
}
