import type { World } from '../world.ts'
import { announce } from './announce.ts'
import { appendToLog } from './log.ts'
import type { Bubble, KfAccount, Session } from './state.ts'

const mostBubbles = 500

/** The session as it stands now: 48 hours after the customer's last word it is over by itself. */
export function sessionOf(account: KfAccount, externalUserId: string): Session {
  let session = account.sessions.get(externalUserId)
  if (!session) {
    session = {
      externalUserId,
      state: 4,
      servicer: null,
      lastCustomerAt: 0,
      repliesSince: 0,
      welcomedAt: 0,
      entered: null,
      refuses: false,
      handedOver: false,
      bubbles: [],
    }
    account.sessions.set(externalUserId, session)
  }
  return session
}

export function isLate(world: World, session: Session): boolean {
  return world.clock.now() - session.lastCustomerAt >= world.settings.kf.windowMs
}

/** What service_state/get tells. */
export function stateNow(world: World, session: Session): Session['state'] {
  return isLate(world, session) ? 4 : session.state
}

export function nextMsgid(world: World): string {
  return `EMU${(++world.kf.count).toString(36)}${world.random('msgids').letters(16)}`
}

export function addBubble(session: Session, bubble: Bubble): void {
  session.bubbles.push(bubble)
  if (session.bubbles.length > mostBubbles) session.bubbles.shift()
}

/** A message in the log: origin 3 the customer, 5 a servicer in the client. Gives back its msgid. */
export function logMessage(
  world: World,
  account: KfAccount,
  session: Session,
  message: { msgtype: string; body: Record<string, unknown>; servicer?: string },
): string {
  const msgid = nextMsgid(world)
  const { msgtype, body, servicer } = message
  appendToLog(world, account, {
    msgid,
    open_kfid: account.openKfId,
    external_userid: session.externalUserId,
    send_time: world.clock.seconds(),
    origin: servicer ? 5 : 3,
    ...(servicer ? { servicer_userid: servicer } : {}),
    msgtype,
    [msgtype]: body,
  })
  const from = servicer ? 'servicer' : 'resident'
  addBubble(session, { at: world.clock.now(), from, msgid, msgtype, body, ...(servicer && { servicer }) })
  announce(world, account)
  return msgid
}

/** An event in the log: origin 4, and its ids inside `event` only. */
export function logEvent(
  world: World,
  account: KfAccount,
  event_type: string,
  fields: Record<string, unknown>,
): void {
  appendToLog(world, account, {
    msgid: nextMsgid(world),
    send_time: world.clock.seconds(),
    origin: 4,
    msgtype: 'event',
    event: { event_type, open_kfid: account.openKfId, ...fields },
  })
  announce(world, account)
}
