import { appsWith, notify } from '../callbacks/notify.ts'
import type { World } from '../world.ts'
import { isGranted } from './accounts.ts'
import type { KfAccount } from './state.ts'

/** Says by callback that something waits in the account's log, with a token of ten minutes (E15). */
export function announce(world: World, account: KfAccount): void {
  const { coalesceMs } = world.settings.kf
  if (coalesceMs === 0) {
    announceNow(world, account)
    return
  }
  if (account.announcing) return
  account.announcing = true
  world.clock.after(coalesceMs, () => {
    account.announcing = false
    announceNow(world, account)
  })
}

function announceNow(world: World, account: KfAccount): void {
  const apps = appsWith(world, 'kf').filter(
    (app) => app.seals.customer_service.length > 0 && isGranted(app, account.openKfId),
  )
  if (apps.length === 0) return
  notify(world, apps, 'kf_msg_or_event', { Token: kfToken(world, account), OpenKfId: account.openKfId })
}

export function kfToken(world: World, account: KfAccount): string {
  const { tokens } = world.kf
  const now = world.clock.now()
  // The oldest stand first: what is over goes as new ones come.
  for (const [token, { until }] of tokens) {
    if (until > now) break
    tokens.delete(token)
  }
  const token = `ENCEMU${world.random('kf tokens').letters(40)}`
  tokens.set(token, { openKfId: account.openKfId, until: now + world.settings.kf.tokenLifeMs })
  return token
}
