import type { App } from '../corporation/app.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { KfAccount } from './state.ts'

export function makeAccount(world: World, name: string, mediaId = '', openKfId?: string): KfAccount {
  const account: KfAccount = {
    openKfId: openKfId ?? `wkEMU${world.random('accounts').letters(27)}`,
    name,
    mediaId,
    servicers: new Map(),
    departments: new Set(),
    doors: [],
    log: { items: [], gone: 0, epoch: 0 },
    sessions: new Map(),
    msgids: new Set(),
    tokenlessAt: Number.NEGATIVE_INFINITY,
    announcing: false,
  }
  world.kf.accounts.set(account.openKfId, account)
  return account
}

/** For an app's call: 95000 for nothing of ours, 48007 for one that is not granted to the app. */
export function accountFor(world: World, app: App, openKfId: string): KfAccount {
  const account = world.kf.accounts.get(openKfId)
  if (!account) throw new Refusal(95000, openKfId)
  if (!isGranted(app, openKfId)) throw new Refusal(48007, openKfId)
  return account
}

export function isGranted(app: App, openKfId: string): boolean {
  return app.kfAccounts === 'all' || app.kfAccounts.has(openKfId)
}

/** For the control API. */
export function accountWith(world: World, openKfId: string): KfAccount {
  const account = world.kf.accounts.get(openKfId)
  if (!account) throw new Error(`模拟里没有客服账号 ${openKfId}。`)
  return account
}
