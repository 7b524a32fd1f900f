import { type Call, get } from '../http/call.ts'
import { countIn } from '../http/rates.ts'
import { need, object, text } from '../http/shapes.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { liveSecrets, tokenFor } from './tokens.ts'
import { checkAddress } from './trusted-addresses.ts'

const hour = 3_600_000

export const tokenCalls: Call[] = [
  get('gettoken', {
    permission: 'open',
    fields: object({ corpid: need(text(), 41002), corpsecret: need(text(), 41004) }),
    answer(world, { corpid, corpsecret }, { address }) {
      refuseBlocked(world, address)
      countIn(world, 'gettoken minute', 60_000, world.settings.rates.getTokenMinute)
      if (corpid !== world.settings.corporation.corpId) throw new Refusal(40013)
      const app = [...world.corporation.apps.values()].find((one) =>
        liveSecrets(world, one).includes(corpsecret),
      )
      if (!app) {
        countWrongSecret(world, address)
        throw new Refusal(40001)
      }
      checkAddress(world, address)
      const { token, expiresIn } = tokenFor(world, app, corpsecret)
      return { access_token: token, expires_in: expiresIn }
    },
  }),
  get('getcallbackip', {
    permission: 'token',
    fields: object({}),
    answer: () => ({ ip_list: ['127.0.0.1', '127.0.0.*'] }),
  }),
  get('get_api_domain_ip', {
    permission: 'token',
    fields: object({}),
    answer: () => ({ ip_list: ['127.0.0.1'] }),
  }),
]

function refuseBlocked(world: World, address: string): void {
  const guesses = world.corporation.wrongSecrets.get(address)
  if (guesses && guesses.blockedUntil > world.clock.now()) throw new Refusal(45009)
}

/** E3: an address that guesses is shut out for an hour, right secrets included. */
function countWrongSecret(world: World, address: string): void {
  const now = world.clock.now()
  const guesses = world.corporation.wrongSecrets.get(address) ?? { from: now, count: 0, blockedUntil: 0 }
  if (now - guesses.from >= hour) Object.assign(guesses, { from: now, count: 0 })
  if (++guesses.count >= world.settings.tokens.wrongSecretsPerHour) guesses.blockedUntil = now + hour
  world.corporation.wrongSecrets.set(address, guesses)
}
