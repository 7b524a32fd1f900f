import { recordGroupAnswer } from '../../api/rumours.ts'
import { createOutbox } from '../shell/outbox.ts'

/** A reply that stands in a group. `words`: of the rumour, to show what could not be written down. */
export type SentReply = {
  rumourId: string
  groupId: string
  version: number
  words: string
  clientKey: string
}

export const groupAnswers = createOutbox<SentReply>('sidebar-group-answers', recordGroupAnswer)
