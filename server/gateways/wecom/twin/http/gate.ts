import type { App } from '../corporation/app.ts'
import { appOfToken } from '../corporation/tokens.ts'
import { checkAddress } from '../corporation/trusted-addresses.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { Call } from './call.ts'
import { countCall } from './rates.ts'

/** E3, E5, E6, E4, in this order (U). */
export function passGate(world: World, call: Call, token: string | null, address: string): App {
  const app = appOfToken(world, token)
  checkAddress(world, address)
  countCall(world, call.path, address)
  if (call.permission !== 'token' && call.permission !== 'open' && !app.permissions.has(call.permission))
    throw new Refusal(48002)
  return app
}
