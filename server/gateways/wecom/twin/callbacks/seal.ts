import { encryptMessage } from '../../cipher.ts'
import { signatureOf } from '../../signature.ts'
import type { App, Seal, Source } from '../corporation/app.ts'
import type { World } from '../world.ts'
import { xmlOf } from './xml.ts'

export type Sealed = { url: string; body: string; type: string }
export type SealOptions = {
  receiveId?: string
  badSignature?: boolean
  json?: boolean
  timestamp?: string
  nonce?: string
  encrypt?: string
}

/** While two are valid each callback takes one of them by lot, as requests of a large installation do. */
export function pickSeal(world: World, app: App, source: Source): Seal | undefined {
  const now = world.clock.now()
  const live = app.seals[source].filter(({ until }) => until === null || until > now)
  return live[world.random('seals').between(0, Math.max(live.length - 1, 0))]
}

/** E8: encrypted and signed with 16 fresh random bytes. */
export function sealFor(
  world: World,
  app: App,
  seal: Seal,
  message: string,
  options: SealOptions = {},
): Sealed {
  const { corpId } = world.settings.corporation
  const draw = world.random('nonces')
  const encrypt =
    options.encrypt ?? encryptMessage(seal.key, message, options.receiveId ?? corpId, draw.bytes(16))
  const seconds = world.settings.callbacks.timestamp === 'twin' ? world.clock.now() : Date.now()
  const timestamp = options.timestamp ?? String(Math.floor(seconds / 1000))
  const nonce = options.nonce ?? String(draw.between(1e9, 9e9))
  const right = signatureOf(seal.token, timestamp, nonce, encrypt)
  const signature = options.badSignature ? right.replace(/./g, (digit) => (digit === '0' ? '1' : '0')) : right
  const url = withQuery(seal.url, { msg_signature: signature, timestamp, nonce })
  return options.json
    ? { url, body: JSON.stringify({ encrypt }), type: 'application/json' }
    : {
        url,
        body: xmlOf({ ToUserName: corpId, AgentID: String(app.agentId), Encrypt: encrypt }),
        type: 'text/xml',
      }
}

export function withQuery(address: string, query: Record<string, string>): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.href
}
