import { notify } from '../callbacks/notify.ts'
import { appNamed } from '../corporation/corporation.ts'
import type { World } from '../world.ts'
import { doorOf } from './account-calls.ts'
import { accountWith, makeAccount } from './accounts.ts'
import { announce, kfToken } from './announce.ts'
import { clientControl } from './client.ts'
import { failMessage } from './failures.ts'
import { appendToLog } from './log.ts'
import { phoneControl } from './phone.ts'
import { nextMsgid, sessionOf } from './sessions.ts'
import type { Failure } from './state.ts'

export function kfControl(world: World) {
  return {
    phone: phoneControl(world),
    client: clientControl(world),
    accounts: () => [...world.kf.accounts.values()],
    /** As the administrator adds one in the admin page. Gives back its open_kfid. */
    addAccount: (name: string, openKfId?: string) => makeAccount(world, name, '', openKfId).openKfId,
    addServicer(openKfId: string, userid: string): void {
      accountWith(world, openKfId).servicers.set(userid, { userid, serving: true, stopType: 0 })
    },
    /** The link of a door, as kf/add_contact_way would give it. */
    door: (openKfId: string, scene = '') => doorOf(world, accountWith(world, openKfId), scene),
    /** Which accounts an app may manage; the app is told what was added and taken away. */
    grant(appName: string, openKfIds: string[]): void {
      const app = appNamed(world, appName)
      const before = app.kfAccounts === 'all' ? [...world.kf.accounts.keys()] : [...app.kfAccounts]
      app.kfAccounts = new Set(openKfIds)
      notify(world, [app], 'kf_account_auth_change', {
        AuthAddOpenKfId: openKfIds.filter((id) => !before.includes(id)),
        AuthDelOpenKfId: before.filter((id) => !openKfIds.includes(id)),
      })
    },
    /** The next accepted message, of one account or customer or of any, is told as failed afterwards. */
    failNext(failType: number, of: Partial<Omit<Failure, 'failType'>> = {}): void {
      world.kf.failures.push({ openKfId: null, externalUserId: null, ...of, failType })
    },
    /** A message accepted long ago fails now. */
    fail(openKfId: string, externalUserId: string, msgid: string, failType: number): void {
      const account = accountWith(world, openKfId)
      failMessage(world, account, sessionOf(account, externalUserId), msgid, failType)
    },
    /** Every cursor given so far is refused from now on. */
    rejectCursors(openKfId: string): void {
      accountWith(world, openKfId).log.epoch++
    },
    /** A callback with nothing new behind it. */
    announce: (openKfId: string) => announce(world, accountWith(world, openKfId)),
    /** A token as a callback would bring it. */
    token: (openKfId: string) => kfToken(world, accountWith(world, openKfId)),
    /**
     * Puts `count` text messages of a customer into the log at once and quietly: for measuring. Gives back their msgids.
     */
    fill(
      openKfId: string,
      externalUserId: string,
      count: number,
      words = (n: number) => `第 ${n} 条`,
    ): string[] {
      const account = accountWith(world, openKfId)
      const session = sessionOf(account, externalUserId)
      Object.assign(session, { state: 0, lastCustomerAt: world.clock.now(), repliesSince: 0 })
      return Array.from({ length: count }, (_, n) => {
        const msgid = nextMsgid(world)
        appendToLog(world, account, {
          msgid,
          open_kfid: openKfId,
          external_userid: externalUserId,
          send_time: world.clock.seconds(),
          origin: 3,
          msgtype: 'text',
          text: { content: words(n) },
        })
        return msgid
      })
    },
    /** Any item as it stands, however odd: for poison messages. */
    put(openKfId: string, item: Record<string, unknown>): void {
      const account = accountWith(world, openKfId)
      appendToLog(world, account, item)
      announce(world, account)
    },
  }
}
