import { personWith } from '../people.ts'
import type { World } from '../world.ts'
import { accountWith } from './accounts.ts'
import { giveCode } from './event-codes.ts'
import type { PhoneMessage } from './phone.ts'
import { logEvent, logMessage, sessionOf, stateNow } from './sessions.ts'
import type { KfAccount, Session } from './state.ts'

const changes = { fromPool: 1, transfer: 2, end: 3, reopened: 4 } as const

/** What servicers do in the WeCom client; each of it is told in the log, other than what is done by API. */
export function clientControl(world: World) {
  const at = (openKfId: string, externalUserId: string) => {
    const account = accountWith(world, openKfId)
    personWith(world, externalUserId)
    return { account, session: sessionOf(account, externalUserId) }
  }

  return {
    /** Takes a waiting customer out of the queue. */
    take(openKfId: string, externalUserId: string, userid: string): void {
      const { account, session } = at(openKfId, externalUserId)
      if (stateNow(world, session) !== 2) throw new Error('这位居民不在排队。')
      change(world, account, session, 'fromPool', userid)
    },
    transfer(openKfId: string, externalUserId: string, userid: string): void {
      const { account, session } = at(openKfId, externalUserId)
      if (stateNow(world, session) !== 3) throw new Error('现在没有人在接待这位居民。')
      change(world, account, session, 'transfer', userid)
    },
    end(openKfId: string, externalUserId: string): void {
      const { account, session } = at(openKfId, externalUserId)
      if (stateNow(world, session) !== 3) throw new Error('现在没有人在接待这位居民。')
      change(world, account, session, 'end', null)
    },
    /** Writing into an ended session takes it up again. Gives back the msgid. */
    answer(openKfId: string, externalUserId: string, userid: string, message: PhoneMessage): string {
      const { account, session } = at(openKfId, externalUserId)
      const state = stateNow(world, session)
      if (state === 4) change(world, account, session, 'reopened', userid)
      else if (state !== 3 || session.servicer !== userid)
        throw new Error('这位居民由别人接待，或者还没有接过来。')
      const said = typeof message === 'string' ? { msgtype: 'text', body: { content: message } } : message
      return logMessage(world, account, session, { ...said, servicer: userid })
    },
    recall(openKfId: string, externalUserId: string, userid: string, msgid: string): void {
      const { account, session } = at(openKfId, externalUserId)
      const bubble = session.bubbles.find((one) => one.msgid === msgid)
      if (bubble) bubble.recalled = true
      logEvent(world, account, 'servicer_recall_msg', {
        external_userid: externalUserId,
        recall_msgid: msgid,
        servicer_userid: userid,
      })
    },
    /** Starts or stops serving. The event says 1 and 2 where the list says 0 and 1. */
    setServing(openKfId: string, userid: string, serving: boolean, stopType = 0): void {
      const account = accountWith(world, openKfId)
      account.servicers.set(userid, { userid, serving, stopType })
      const stop = serving ? {} : { stop_type: stopType }
      logEvent(world, account, 'servicer_status_change', {
        servicer_userid: userid,
        status: serving ? 1 : 2,
        ...stop,
      })
    },
    /** The servicer no longer takes messages of this customer, or does again. */
    setReject(openKfId: string, externalUserId: string, userid: string, rejects: boolean): void {
      const { account } = at(openKfId, externalUserId)
      logEvent(world, account, 'reject_customer_msg_switch_change', {
        servicer_userid: userid,
        external_userid: externalUserId,
        reject_switch: rejects ? 1 : 0,
      })
    },
  }
}

function change(
  world: World,
  account: KfAccount,
  session: Session,
  kind: keyof typeof changes,
  userid: string | null,
): void {
  const old = session.servicer ?? ''
  session.state = userid ? 3 : 4
  session.servicer = userid
  // Taken up again by the servicer: it counts as begun anew, or it would be over at once.
  if (kind === 'reopened') session.lastCustomerAt = Math.max(session.lastCustomerAt, world.clock.now() - 1)
  const code =
    kind === 'fromPool'
      ? giveCode(world, account, session, 'take_over')
      : kind === 'end'
        ? giveCode(world, account, session, 'closing')
        : null
  logEvent(world, account, 'session_status_change', {
    external_userid: session.externalUserId,
    change_type: changes[kind],
    old_servicer_userid: old,
    new_servicer_userid: userid ?? '',
    ...(code && { msg_code: code }),
  })
}
