import { randomBytes } from 'node:crypto'
import { type ModelEndpoint, plain, postToEndpoint, unreadable } from './post-to-endpoint.ts'

export type Sound = { bytes: Buffer; mediaType: string }

const timeoutMs = 60_000
const mostLetters = 8000

/** What a file is called by its type: some servers go by the name. */
const endings: Record<string, string> = {
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/webm': 'webm',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
}

/**
 * What is said in a recording, by an OpenAI-compatible API (`/audio/transcriptions`, as servers of Whisper and FunASR speak
 * it). Empty where nothing was heard. The recording goes under a name that tells nothing. Throws ModelError.
 */
export async function transcribeSound(
  endpoint: ModelEndpoint,
  { bytes, mediaType }: Sound,
  options: { timeoutMs?: number } = {},
): Promise<string> {
  const boundary = `sound-${randomBytes(16).toString('hex')}`
  const field = (name: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const body = Buffer.concat([
    Buffer.from(field('model', endpoint.model) + field('response_format', 'json')),
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="sound.${endings[mediaType] ?? 'bin'}"\r\n` +
        `content-type: ${mediaType}\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const { text } = await postToEndpoint(
    endpoint,
    '/audio/transcriptions',
    { type: `multipart/form-data; boundary=${boundary}`, body },
    options.timeoutMs ?? timeoutMs,
  )
  if (typeof text !== 'string') throw unreadable()
  return plain(text).slice(0, mostLetters)
}

/** A second of silence, to try a server with nobody's voice. */
export function silence(): Sound {
  const rate = 16_000
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + rate * 2, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(rate * 2, 40)
  return { bytes: Buffer.concat([head, Buffer.alloc(rate * 2)]), mediaType: 'audio/wav' }
}
