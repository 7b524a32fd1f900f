import type { App, Source } from '../corporation/app.ts'
import type { World } from '../world.ts'
import { pickSeal, type Sealed, sealFor } from './seal.ts'
import type { Attempt } from './state.ts'

/** E9: a try; not 200 or too late means another one, three in all, and then it is lost. */
export async function handOver(
  world: World,
  app: App,
  source: Source,
  name: string,
  xml: string,
  attempt = 1,
  before?: Sealed,
): Promise<void> {
  const { settings, callbacks: state, clock } = world
  const seal = pickSeal(world, app, source)
  if (!seal) return finish(world)
  const sealed = before && settings.callbacks.retrySeal === 'same' ? before : sealFor(world, app, seal, xml)
  const began = performance.now()
  const status = await postSealed(world, sealed)
  remember(world, {
    at: clock.now(),
    appName: app.name,
    name,
    attempt,
    status,
    realMs: Math.round(performance.now() - began),
  })
  if (world.stopped || status === 200) return finish(world)
  if (attempt >= settings.callbacks.tries) {
    state.givenUp++
    return finish(world)
  }
  const wait = settings.callbacks.retryAfterMs[attempt - 1] ?? 1000
  clock.after(wait, () => void handOver(world, app, source, name, xml, attempt + 1, sealed))
}

/** The answer's status; the deadline is real time. */
export async function postSealed(world: World, sealed: Sealed): Promise<Attempt['status']> {
  try {
    const answer = await fetch(sealed.url, {
      method: 'POST',
      body: sealed.body,
      headers: { 'content-type': sealed.type },
      signal: AbortSignal.timeout(world.settings.callbacks.deadlineMs),
    })
    await answer.arrayBuffer()
    return answer.status
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? 'late' : 'unreachable'
  }
}

function remember(world: World, attempt: Attempt): void {
  const { attempts } = world.callbacks
  attempts.push(attempt)
  const { remembered } = world.settings.callbacks
  if (attempts.length > remembered * 2) attempts.splice(0, attempts.length - remembered)
}

function finish(world: World): void {
  const { callbacks: state } = world
  if (--state.outstanding > 0) return
  for (const tell of state.idle.splice(0)) tell()
}
