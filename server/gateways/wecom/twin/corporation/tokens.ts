import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { App } from './app.ts'

/** E2: one token a secret, the same on repeat, with what is left of its life in seconds. */
export function tokenFor(world: World, app: App, secret: string): { token: string; expiresIn: number } {
  const { lifeMs, rotateOnEveryGet } = world.settings.tokens
  const now = world.clock.now()
  const held = world.corporation.tokens.current.get(secret)
  if (held && held.until > now && !rotateOnEveryGet)
    return { token: held.token, expiresIn: Math.ceil((held.until - now) / 1000) }
  if (held && rotateOnEveryGet) world.corporation.tokens.all.delete(held.token)
  const made = {
    token: `EMU${world.random('tokens').letters(200)}`,
    appName: app.name,
    secret,
    until: now + lifeMs,
  }
  world.corporation.tokens.current.set(secret, made)
  world.corporation.tokens.all.set(made.token, made)
  return { token: made.token, expiresIn: Math.floor(lifeMs / 1000) }
}

/** E3. A token whose secret is gone is as unknown as one that never was. */
export function appOfToken(world: World, token: string | null): App {
  if (!token) throw new Refusal(41001)
  const held = world.corporation.tokens.all.get(token)
  const app = held && world.corporation.apps.get(held.appName)
  if (!held || !app || !liveSecrets(world, app).includes(held.secret)) throw new Refusal(40014)
  if (held.until <= world.clock.now()) throw new Refusal(42001)
  return app
}

export function liveSecrets(world: World, app: App): string[] {
  const now = world.clock.now()
  return app.secrets.filter(({ until }) => until === null || until > now).map(({ secret }) => secret)
}

/** Before their time, as the vendor reserves to itself: the next call with one is told 40014. */
export function revokeTokens(world: World, app: App): void {
  for (const { secret } of app.secrets) {
    const held = world.corporation.tokens.current.get(secret)
    if (held) world.corporation.tokens.all.delete(held.token)
    world.corporation.tokens.current.delete(secret)
  }
}

/** As if their two hours were over: the next call with one is told 42001. */
export function expireTokens(world: World, app: App): void {
  for (const { secret } of app.secrets) {
    const held = world.corporation.tokens.current.get(secret)
    if (held) held.until = world.clock.now()
    world.corporation.tokens.current.delete(secret)
  }
}
