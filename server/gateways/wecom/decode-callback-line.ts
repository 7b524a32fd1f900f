import { CallbackRefusal } from './callback-refusal.ts'
import { decryptMessage, readAesKey } from './cipher.ts'
import { readCallbackText } from './read-callback-text.ts'
import { isSignedBy } from './signature.ts'

export type DecodedLine = { ok: true; message: string } | { ok: false; error: string }

const names = [
  'token',
  'encodingAesKey',
  'receiveId',
  'msgSignature',
  'timestamp',
  'nonce',
  'encrypt',
] as const

/** One line of JSON, with the seven texts of a callback, opened as the gateway would, whatever its age. */
export function decodeCallbackLine(line: string | undefined): DecodedLine {
  try {
    return { ok: true, message: decodeFields(readFields(line)) }
  } catch (error) {
    // One line's trouble, of whatever kind, is not the next line's.
    return { ok: false, error: error instanceof CallbackRefusal ? error.code : 'internal' }
  }
}

function decodeFields(fields: Record<(typeof names)[number], string>): string {
  const { token, timestamp, nonce, encrypt, msgSignature } = fields
  const key = readAesKey(fields.encodingAesKey)
  if (!isSignedBy(token, timestamp, nonce, encrypt, msgSignature)) {
    throw new CallbackRefusal('bad_signature', 'not signed with this token')
  }
  const message = decryptMessage(key, encrypt, fields.receiveId).toString()
  // An echo is bare text; what looks like XML has to be XML that the gateway would take.
  if (/^\s*</.test(message)) readCallbackText(message)
  return message
}

function readFields(line: string | undefined): Record<(typeof names)[number], string> {
  if (line === undefined) throw new CallbackRefusal('too_large', 'the line')
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new CallbackRefusal('bad_json', 'not JSON')
  }
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  for (const name of names) {
    if (!Object.hasOwn(given, name) || typeof given[name] !== 'string') {
      throw new CallbackRefusal('bad_json', `${name} is not a text`)
    }
  }
  return given as Record<(typeof names)[number], string>
}
