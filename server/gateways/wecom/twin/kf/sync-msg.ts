import { type Call, post } from '../http/call.ts'
import { need, object, oneOf, text, whole } from '../http/shapes.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { accountFor } from './accounts.ts'
import { pageOfLog } from './log.ts'
import type { KfAccount } from './state.ts'

export const kfSyncCalls: Call[] = [
  post('kf/sync_msg', {
    permission: 'kf',
    fields: object({
      cursor: text({ bytes: 64 }),
      token: text({ bytes: 128, code: 95007 }),
      limit: whole({ from: 1, to: 1000 }),
      voice_format: oneOf([0, 1]),
      open_kfid: need(text({ bytes: 64, code: 95000 })),
    }),
    answer(world, { cursor, token, limit = 1000, open_kfid }, { app }) {
      const account = accountFor(world, app, open_kfid)
      if (token) checkToken(world, account, token)
      else throttle(world, account)
      return pageOfLog(world, account, cursor, limit)
    },
  }),
]

/** E15 */
function checkToken(world: World, account: KfAccount, token: string): void {
  const held = world.kf.tokens.get(token)
  if (!held || held.until <= world.clock.now()) throw new Refusal(95007)
  if (held.openKfId !== account.openKfId && world.settings.kf.tokenScope === 'account')
    throw new Refusal(95007)
}

function throttle(world: World, account: KfAccount): void {
  const now = world.clock.now()
  if (now - account.tokenlessAt < world.settings.kf.tokenlessEveryMs) throw new Refusal(45009)
  account.tokenlessAt = now
}
