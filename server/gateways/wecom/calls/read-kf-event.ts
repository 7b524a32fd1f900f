import { numberOf, textOf } from '../api/untrusted.ts'

/** By document 94699. Account, customer and servicer stand on the message. Numbers are the vendor's. */
export type KfEvent =
  | { kind: 'entered'; scene: string; sceneParam: string; welcomeCode: string }
  | { kind: 'send_failed'; failedMsgid: string; failType: number }
  | { kind: 'servicer_status'; status: number; stopType: number | undefined }
  | { kind: 'session_changed'; changeType: number; from: string; to: string; msgCode: string }
  | { kind: 'recalled'; msgid: string; by: 'customer' | 'servicer' }
  | { kind: 'reject_switch'; on: boolean }
  | { kind: 'other_event'; eventType: string }

/** Never throws. scene_param is percent-decoded, as we encoded it when the door was made. */
export function readKfEvent(event: Record<string, unknown>): KfEvent {
  const eventType = textOf(event['event_type'])
  const text = (name: string) => textOf(event[name])
  switch (eventType) {
    case 'enter_session': {
      const sceneParam = decode(text('scene_param'))
      return { kind: 'entered', scene: text('scene'), sceneParam, welcomeCode: text('welcome_code') }
    }
    case 'msg_send_fail':
      return {
        kind: 'send_failed',
        failedMsgid: text('fail_msgid'),
        failType: numberOf(event['fail_type']) ?? 0,
      }
    case 'servicer_status_change': {
      const status = numberOf(event['status']) ?? 0
      return { kind: 'servicer_status', status, stopType: numberOf(event['stop_type']) }
    }
    case 'session_status_change':
      return {
        kind: 'session_changed',
        changeType: numberOf(event['change_type']) ?? 0,
        from: text('old_servicer_userid'),
        to: text('new_servicer_userid'),
        msgCode: text('msg_code'),
      }
    case 'user_recall_msg':
    case 'servicer_recall_msg': {
      const by = eventType === 'user_recall_msg' ? 'customer' : 'servicer'
      return { kind: 'recalled', msgid: text('recall_msgid'), by }
    }
    case 'reject_customer_msg_switch_change':
      return { kind: 'reject_switch', on: numberOf(event['reject_switch']) === 1 }
    default:
      return { kind: 'other_event', eventType }
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
