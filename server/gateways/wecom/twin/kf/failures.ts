import type { World } from '../world.ts'
import { logEvent } from './sessions.ts'
import type { KfAccount, Session } from './state.ts'

const customerRefuses = 10

/** E17: accepted is not delivered. Takes the first failure chosen for this account or customer, if any. */
export function tellFailure(world: World, account: KfAccount, session: Session, msgid: string): void {
  const failType = session.refuses ? customerRefuses : takeFailure(world, account, session)
  if (failType === null) return
  world.clock.after(world.settings.kf.failAfterMs, () =>
    failMessage(world, account, session, msgid, failType),
  )
}

export function failMessage(
  world: World,
  account: KfAccount,
  session: Session,
  msgid: string,
  failType: number,
): void {
  const bubble = session.bubbles.find((one) => one.msgid === msgid)
  if (bubble) bubble.failType = failType
  logEvent(world, account, 'msg_send_fail', {
    external_userid: session.externalUserId,
    fail_msgid: msgid,
    fail_type: failType,
  })
}

function takeFailure(world: World, account: KfAccount, session: Session): number | null {
  const { failures } = world.kf
  const place = failures.findIndex(
    ({ openKfId, externalUserId }) =>
      (openKfId === null || openKfId === account.openKfId) &&
      (externalUserId === null || externalUserId === session.externalUserId),
  )
  return place < 0 ? null : failures.splice(place, 1)[0]!.failType
}
