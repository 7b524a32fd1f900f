import { readKfMessage } from '../../gateways/wecom/calls/read-kf-message.ts'
import type { PlainItem } from './handle-together.ts'
import type { Item } from './item.ts'
import { readWords } from './read-words.ts'
import { windowSeconds } from './reply-limits.ts'

const mostOfOne = 100

/**
 * Takes from the head of one person's items the plain words that can go in together; none when something else comes
 * first. A silence of the whole reply window ends a run: what it means is seen between two of them.
 */
export function takeRun(own: Item[]): PlainItem[] {
  const run: PlainItem[] = []
  let heard = Number.POSITIVE_INFINITY
  for (const item of own) {
    const at = item.sentAt.getTime()
    const plain = at - heard <= windowSeconds * 1000 || run.length === 0 ? plainOf(item) : null
    if (!plain || run.length === mostOfOne) break
    run.push(plain)
    heard = run.length === 1 ? at : Math.max(heard, at)
  }
  own.splice(0, run.length)
  return run
}

function plainOf(item: Item): PlainItem | null {
  const message = readKfMessage(item.raw, item.openKfid)
  const { msgtype, origin } = message
  if (msgtype === '' || msgtype === 'event' || origin === 5 || !item.externalUserId) return null
  const words = readWords(item, message)
  return words.trouble ? null : { item, words }
}
