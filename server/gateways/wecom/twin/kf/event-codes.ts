import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { sessionOf } from './sessions.ts'
import type { EventCode, KfAccount, Session } from './state.ts'

/** E16: a code for one more message: welcome and closing within 20 s, queue and take-over within 48 h. */
export function giveCode(
  world: World,
  account: KfAccount,
  session: Session,
  kind: EventCode['kind'],
): string {
  const { shortCodeMs, windowMs } = world.settings.kf
  const life = kind === 'welcome' || kind === 'closing' ? shortCodeMs : windowMs
  const code = `EMU${kind}${world.random('event codes').letters(32)}`
  world.kf.codes.set(code, {
    code,
    kind,
    openKfId: account.openKfId,
    externalUserId: session.externalUserId,
    until: world.clock.now() + life,
  })
  return code
}

const stateOfCode = { queue: 2, take_over: 3, closing: 4 } as const

/** Looks a code up without using it: unknown, used or old ones are refused, and those of a state that is over. */
export function codeFor(world: World, code: string, account: KfAccount | undefined): EventCode {
  const held = world.kf.codes.get(code)
  if (!held || !account || held.until <= world.clock.now())
    throw new Refusal(world.settings.kf.badEventCode, 'code')
  const session = sessionOf(account, held.externalUserId)
  if (held.kind !== 'welcome' && session.state !== stateOfCode[held.kind]) throw new Refusal(95018)
  return held
}
