import { addMedia } from '../media/media.ts'
import type { MediaKind } from '../media/state.ts'
import { personWith } from '../people.ts'
import { warn } from '../warn.ts'
import type { World } from '../world.ts'
import { accountWith } from './accounts.ts'
import { giveCode } from './event-codes.ts'
import { addBubble, isLate, logEvent, logMessage, sessionOf, stateNow } from './sessions.ts'
import type { KfAccount, Session } from './state.ts'

export type PhoneMessage = string | { msgtype: string; body: Record<string, unknown> }
type Entry = { scene?: string; sceneParam?: string }

const sceneParamBytes = 128
/** What is larger comes as a notice in words. */
const mostReceived: Record<MediaKind, number> = {
  image: 2 * 2 ** 20,
  voice: 2 * 2 ** 20,
  video: 10 * 2 ** 20,
  file: 20 * 2 ** 20,
}

/** What a customer does in WeChat. */
export function phoneControl(world: World) {
  const at = (openKfId: string, externalUserId: string) => {
    const account = accountWith(world, openKfId)
    personWith(world, externalUserId)
    return { account, session: sessionOf(account, externalUserId) }
  }

  return {
    /** Opens the chat; gives back the welcome code that was told, or null in the three cases without one (E18). */
    enter(openKfId: string, externalUserId: string, entry: Entry = {}): string | null {
      const { account, session } = at(openKfId, externalUserId)
      return enter(world, account, session, entry)
    },
    /** The same by the address of a door, `&scene_param=` included as it stands there. */
    enterByLink(address: string, externalUserId: string): { openKfId: string; welcomeCode: string | null } {
      const [link = '', raw] = address.split('&scene_param=')
      for (const account of world.kf.accounts.values()) {
        const door = account.doors.find(({ url }) => url === link)
        if (!door) continue
        const { session } = at(account.openKfId, externalUserId)
        if (raw && !door.scene)
          warn(world, 'kf/add_contact_way', 'scene_param on a link without a scene is lost')
        const entry = { scene: door.scene, sceneParam: door.scene ? raw : undefined }
        return { openKfId: account.openKfId, welcomeCode: enter(world, account, session, entry) }
      }
      throw new Error('没有这个门，请用新的链接。')
    },
    /** Gives back the msgid. */
    write(openKfId: string, externalUserId: string, message: PhoneMessage): string {
      const { account, session } = at(openKfId, externalUserId)
      return speak(world, account, session, message, true)
    },
    /** A photo, voice, video or file; what is too large arrives as a text notice. */
    send(
      openKfId: string,
      externalUserId: string,
      kind: MediaKind,
      upload: { bytes: Buffer; filename: string; type: string },
    ): string {
      const { account, session } = at(openKfId, externalUserId)
      if (upload.bytes.length > mostReceived[kind]) {
        const content = '[文件过大，请在微信客户端查看]'
        return speak(world, account, session, { msgtype: 'text', body: { content } }, true)
      }
      const { mediaId } = addMedia(world, { kind, use: 'received', ...upload })
      return speak(world, account, session, { msgtype: kind, body: { media_id: mediaId } }, true)
    },
    /** A tap on an item of a menu message. */
    tapMenu(openKfId: string, externalUserId: string, id: string, content: string): string {
      const { account, session } = at(openKfId, externalUserId)
      const body = { content, menu_id: id }
      return speak(world, account, session, { msgtype: 'text', body }, world.settings.kf.menuClickRenews)
    },
    recall(openKfId: string, externalUserId: string, msgid: string): void {
      const { account, session } = at(openKfId, externalUserId)
      const bubble = session.bubbles.find((one) => one.msgid === msgid)
      if (bubble) bubble.recalled = true
      logEvent(world, account, 'user_recall_msg', { external_userid: externalUserId, recall_msgid: msgid })
    },
    /** From now on the station's messages are turned down (fail_type 10). */
    refuse(openKfId: string, externalUserId: string, refuses: boolean): void {
      at(openKfId, externalUserId).session.refuses = refuses
    },
    /** What stands on her screen, oldest first. */
    sees: (openKfId: string, externalUserId: string) => at(openKfId, externalUserId).session.bubbles,
    session(openKfId: string, externalUserId: string) {
      const { session } = at(openKfId, externalUserId)
      return { ...session, state: stateNow(world, session) }
    },
  }
}

function enter(world: World, account: KfAccount, session: Session, entry: Entry): string | null {
  const { scene = '', sceneParam = '' } = entry
  const now = world.clock.now()
  session.entered = { scene, sceneParam: sceneParam.slice(0, sceneParamBytes), at: now }
  const { nativeWelcome, windowMs } = world.settings.kf
  const welcomed = session.welcomedAt > 0 && now - session.welcomedAt < windowMs
  const spoke = session.lastCustomerAt > 0 && !isLate(world, session)
  const code = nativeWelcome || welcomed || spoke ? null : giveCode(world, account, session, 'welcome')
  logEvent(world, account, 'enter_session', {
    external_userid: session.externalUserId,
    scene,
    scene_param: session.entered.sceneParam,
    ...(code && { welcome_code: code }),
  })
  const body = { content: '进入会话' }
  addBubble(session, { at: now, from: 'system', msgid: '', msgtype: 'text', body })
  return code
}

/** A word in an ended session begins a new one, in state 0 (E16). */
function speak(
  world: World,
  account: KfAccount,
  session: Session,
  message: PhoneMessage,
  renews: boolean,
): string {
  if (stateNow(world, session) === 4) Object.assign(session, { state: 0, servicer: null, handedOver: false })
  session.lastCustomerAt = world.clock.now()
  if (renews) session.repliesSince = 0
  const said = typeof message === 'string' ? { msgtype: 'text', body: { content: message } } : message
  return logMessage(world, account, session, said)
}
