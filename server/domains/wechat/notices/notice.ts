import type { NoticeKind } from '../../../../contract/vocabulary.ts'
import type { AppMessage } from '../../../gateways/wecom/calls/write-app-message.ts'

export type Notice = {
  id: string
  officerId: string
  kind: NoticeKind
  about: string
  conversationId: string | null
}
/** Its words, and whose matter it is now. */
export type Written = { message: AppMessage; assigneeId: string | null }
