import { encryptMessage, readAesKey } from '../../cipher.ts'
import { signatureOf } from '../../signature.ts'
import type { App, CallbackPlace, Source } from '../corporation/app.ts'
import type { World } from '../world.ts'
import { withQuery } from './seal.ts'

export type Verification = { saved: boolean; reason?: 'late' | 'unreachable' | 'status' | 'wrong_text' }

/**
 * E8, the admin page's "save": asks the address for the plain text of an echostr within a second and keeps the
 * address only then. What was kept before holds for another `overlapMs`.
 */
export async function saveCallback(
  world: World,
  app: App,
  place: CallbackPlace,
  overlapMs: number,
  at: readonly Source[],
): Promise<Verification> {
  const key = readAesKey(place.encodingAesKey)
  const draw = world.random('echo')
  const plain = String(draw.between(1e15, 9e15))
  const echostr = encryptMessage(key, plain, world.settings.corporation.corpId, draw.bytes(16))
  const timestamp = String(Math.floor(Date.now() / 1000))
  const nonce = String(draw.between(1e9, 9e9))
  const msg_signature = signatureOf(place.token, timestamp, nonce, echostr)
  const url = withQuery(place.url, { msg_signature, timestamp, nonce, echostr })
  try {
    const signal = AbortSignal.timeout(world.settings.callbacks.verifyDeadlineMs)
    const answer = await fetch(url, { signal })
    const answered = Buffer.from(await answer.arrayBuffer())
    if (answer.status !== 200) return { saved: false, reason: 'status' }
    if (!answered.equals(Buffer.from(plain))) return { saved: false, reason: 'wrong_text' }
  } catch (error) {
    return { saved: false, reason: (error as Error).name === 'TimeoutError' ? 'late' : 'unreachable' }
  }
  keepCallback(world, app, place, overlapMs, at)
  return { saved: true }
}

/** Without asking the address first. */
export function keepCallback(
  world: World,
  app: App,
  place: CallbackPlace,
  overlapMs: number,
  at: readonly Source[],
): void {
  const now = world.clock.now()
  for (const source of at) {
    const live = app.seals[source]
      .map((seal) => ({ ...seal, until: Math.min(seal.until ?? Infinity, now + overlapMs) }))
      .filter(({ until }) => until > now)
    app.seals[source] = [...live, { ...place, key: readAesKey(place.encodingAesKey), until: null }]
  }
}
