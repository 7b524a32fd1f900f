import { CallbackRefusal } from './callback-refusal.ts'

export type CallbackQuery = { msgSignature: string; timestamp: string; nonce: string; echostr: string }

/**
 * Reads the query as it came, percent-decoded once. The usual parsers make a space of '+', which is a letter of
 * base64 in echostr. A name that comes twice is refused: which one was signed would be a guess.
 */
export function readCallbackQuery(rawQuery: string): CallbackQuery {
  const values = new Map<string, string>()
  if (rawQuery.length > 4096) throw new CallbackRefusal('bad_query', 'too long')
  for (const part of rawQuery.split('&')) {
    const equals = part.indexOf('=')
    const name = equals === -1 ? part : part.slice(0, equals)
    if (values.has(name)) throw new CallbackRefusal('bad_query', 'a name twice')
    values.set(name, equals === -1 ? '' : decodeOnce(part.slice(equals + 1)))
  }
  const read = (name: string) => values.get(name) ?? ''
  const timestamp = read('timestamp')
  if (!/^\d{1,12}$/.test(timestamp)) throw new CallbackRefusal('bad_query', 'no timestamp')
  if (!/^[0-9a-f]{40}$/.test(read('msg_signature'))) throw new CallbackRefusal('bad_query', 'no signature')
  if (read('nonce') === '') throw new CallbackRefusal('bad_query', 'no nonce')
  return { msgSignature: read('msg_signature'), timestamp, nonce: read('nonce'), echostr: read('echostr') }
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new CallbackRefusal('bad_query', 'broken percent encoding')
  }
}
