import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'

/** What a token opens: a phone's own cookie, or a link that can be saved and sent. */
export type TokenUse = 'cookie' | 'link'
export type AccessToken = {
  use: TokenUse
  stationId: string
  contactId: string
  version: number
  issuedAt: Date
}

const uses: TokenUse[] = ['cookie', 'link']
const bodyBytes = 41
/** Half of SHA-256: RFC 2104 §5 allows it, and a link stays short enough for one text message. */
const sealBytes = 16

/** 76 characters that fit a URL: use, station, contact, version and time of issue, sealed by the secret. */
export function writeToken(secret: Buffer, token: Omit<AccessToken, 'issuedAt'>, now: Date): string {
  const body = Buffer.alloc(bodyBytes)
  body[0] = uses.indexOf(token.use)
  body.write(token.stationId.replaceAll('-', ''), 1, 'hex')
  body.write(token.contactId.replaceAll('-', ''), 17, 'hex')
  body.writeUInt32BE(token.version, 33)
  body.writeUInt32BE(Math.floor(now.getTime() / 1000), 37)
  return Buffer.concat([body, sealOf(secret, body)]).toString('base64url')
}

/** Tokens read a moment ago, by their text: the seal of a phone in use is not reckoned again with every request. */
const known = new WeakMap<Buffer, Map<string, AccessToken>>()
const mostKnown = 20_000

/** The token, or null when it was not written with this secret. Whether it still counts is another question. */
export function readToken(secret: Buffer, text: string): AccessToken | null {
  let tokens = known.get(secret)
  if (!tokens) {
    tokens = new Map()
    known.set(secret, tokens)
  }
  const seen = tokens.get(text)
  if (seen) return seen
  const token = openToken(secret, text)
  if (!token) return null
  if (tokens.size >= mostKnown) tokens.clear()
  tokens.set(text, token)
  return token
}

function openToken(secret: Buffer, text: string): AccessToken | null {
  // Decoding forgives what is not of the alphabet; one token must have one spelling.
  if (!/^[A-Za-z0-9_-]{76}$/.test(text)) return null
  const bytes = Buffer.from(text, 'base64url')
  const body = bytes.subarray(0, bodyBytes)
  if (!timingSafeEqual(sealOf(secret, body), bytes.subarray(bodyBytes))) return null
  const use = uses[body[0]!]
  if (!use) return null
  return {
    use,
    stationId: uuidAt(body, 1),
    contactId: uuidAt(body, 17),
    version: body.readUInt32BE(33),
    issuedAt: new Date(body.readUInt32BE(37) * 1000),
  }
}

const keys = new WeakMap<Buffer, KeyObject>()

/** Every request of a phone comes by here, and a prepared key seals in a quarter of the time. */
function sealOf(secret: Buffer, body: Buffer): Buffer {
  let key = keys.get(secret)
  if (!key) {
    key = createSecretKey(secret)
    keys.set(secret, key)
  }
  return createHmac('sha256', key).update('resident access 1').update(body).digest().subarray(0, sealBytes)
}

function uuidAt(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + 16)
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
