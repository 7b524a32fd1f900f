import type { XmlElement } from '../../platform/xml/read-xml.ts'
import { fieldOf, fieldsOf, listOf, numberOf } from './xml-fields.ts'

type Common = {
  toUserName: string
  fromUserName: string
  /** seconds since 1970; undefined when absent */
  createTime: number | undefined
  msgType: string
  /** Event and ChangeType as they came, '' when absent */
  event: string
  changeType: string
  agentId: string
}

export type CallbackEvent = Common &
  (
    | { kind: 'kf_waiting'; token: string; openKfid: string }
    | { kind: 'kf_grants'; added: string[]; removed: string[] }
    | {
        kind: 'contact'
        userId: string
        externalUserId: string
        state: string
        welcomeCode: string
        source: string
        failReason: string
      }
    | {
        kind: 'chat'
        chatId: string
        updateDetail: string
        joinScene: number | undefined
        quitScene: number | undefined
        memberCount: number | undefined
        members: string[]
        lastVersion: string
        currentVersion: string
      }
    | { kind: 'tag'; id: string; tagType: string; strategyId: string }
    | { kind: 'member'; userId: string; newUserId: string }
    | { kind: 'card'; eventKey: string; taskId: string; cardType: string; responseCode: string }
    | { kind: 'other' }
  )

/** A callback is a hint of what to look at, so nothing in it is required: '' and [] stand for what is absent. */
export function readCallbackEvent(root: XmlElement): CallbackEvent {
  const field = (name: string) => fieldOf(root, name)
  const common: Common = {
    toUserName: field('ToUserName'),
    fromUserName: field('FromUserName'),
    createTime: numberOf(root, 'CreateTime'),
    msgType: field('MsgType'),
    event: field('Event'),
    changeType: field('ChangeType'),
    agentId: field('AgentID'),
  }
  if (common.event === 'kf_msg_or_event') {
    return { ...common, kind: 'kf_waiting', token: field('Token'), openKfid: field('OpenKfId') }
  }
  if (common.event === 'kf_account_auth_change') {
    const added = fieldsOf(root, 'AuthAddOpenKfId')
    return { ...common, kind: 'kf_grants', added, removed: fieldsOf(root, 'AuthDelOpenKfId') }
  }
  if (common.event === 'change_external_contact') return { ...common, ...readContact(field) }
  if (common.event === 'change_external_chat') return { ...common, ...readChat(root, field) }
  if (common.event === 'change_external_tag') {
    const strategyId = field('StrategyId')
    return { ...common, kind: 'tag', id: field('Id'), tagType: field('TagType'), strategyId }
  }
  if (common.event === 'change_contact') {
    return { ...common, kind: 'member', userId: field('UserID'), newUserId: field('NewUserID') }
  }
  if (common.event === 'template_card_event') return { ...common, ...readCard(field) }
  return { ...common, kind: 'other' }
}

type Field = (name: string) => string

function readContact(field: Field) {
  return {
    kind: 'contact' as const,
    userId: field('UserID'),
    externalUserId: field('ExternalUserID'),
    state: field('State'),
    welcomeCode: field('WelcomeCode'),
    source: field('Source'),
    failReason: field('FailReason'),
  }
}

/** lastVersion is the currentVersion of the event before; if not, one was lost or came out of turn. */
function readChat(root: XmlElement, field: Field) {
  return {
    kind: 'chat' as const,
    chatId: field('ChatId'),
    updateDetail: field('UpdateDetail'),
    joinScene: numberOf(root, 'JoinScene'),
    quitScene: numberOf(root, 'QuitScene'),
    memberCount: numberOf(root, 'MemChangeCnt'),
    members: listOf(root, 'MemChangeList'),
    lastVersion: field('LastMemVer'),
    currentVersion: field('CurMemVer'),
  }
}

function readCard(field: Field) {
  return {
    kind: 'card' as const,
    eventKey: field('EventKey'),
    taskId: field('TaskId'),
    cardType: field('CardType'),
    responseCode: field('ResponseCode'),
  }
}
