import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'

/** E5: a change of the list takes a while to reach every machine; until then the list before holds. */
export function checkAddress(world: World, address: string): void {
  const { trusted } = world.corporation
  const held = world.clock.now() >= trusted.from ? trusted.list : trusted.before
  if (held && !held.includes(address)) throw new Refusal(60020)
}

export function trustAddresses(world: World, addresses: string[] | null): void {
  const { trusted } = world.corporation
  trusted.before = world.clock.now() >= trusted.from ? trusted.list : trusted.before
  trusted.list = addresses
  trusted.from = world.clock.now() + world.settings.corporation.trustedIpsApplyAfterMs
}
