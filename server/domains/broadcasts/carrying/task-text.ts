import { writeBroadcastText } from '../../../../contract/broadcast-text.ts'
import type { Task } from './claim-tasks.ts'

/**
 * What is sent: the approved words with the broadcast's number at the foot, and behind it which of its calls this is, so
 * that a call whose answer was lost is found again among all others.
 */
export function textOf({ words, part, parts }: Task): string {
  return writeBroadcastText({ ...words, number: parts === 1 ? words.number : `${words.number}·${part}` })
}

/** Whether a text that WeCom holds is that of this call: the server may have trimmed it. */
export function isTextOf(task: Task, text: string): boolean {
  return text.trim().split('\n').at(-1) === textOf(task).trim().split('\n').at(-1)
}
