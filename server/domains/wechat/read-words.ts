import type { KfMessage } from '../../gateways/wecom/calls/read-kf-message.ts'
import type { ReceivedMessage } from '../inbox/incoming-of.ts'
import type { Item } from './item.ts'
import type { Person } from './person.ts'
import { piecesOf, wordsOf } from './words-of.ts'

/** Older than this on arrival: somebody may have answered already without having read it. */
const lateMs = 10 * 60_000
/** No phone sends so much; what does is for the maintainers to look at. */
const mostLetters = 40_000

/** What a resident said, in pieces that fit a message of the inbox. */
export type Words = {
  pieces: string[]
  hasVoice: boolean
  hasMedia: boolean
  isLate: boolean
  /** It is shown as well as it can be, and the maintainers have to look at it. */
  trouble: string | null
}

export function readWords(item: Item, { content, msgtype }: KfMessage): Words {
  const words = wordsOf(content as never)
  const body =
    words === null
      ? `［微信发来一种暂时不能显示的消息（${msgtype.slice(0, 30)}）］请居民用文字说明，或截图发来。`
      : words.slice(0, mostLetters) || '［空消息］'
  return {
    pieces: piecesOf(body.replaceAll('\0', '')).map((piece) => (piece.trim() === '' ? '［空消息］' : piece)),
    hasVoice: content.kind === 'voice',
    hasMedia: 'mediaId' in content && Boolean(content.mediaId),
    isLate: item.pulledAt.getTime() - item.sentAt.getTime() > lateMs,
    trouble: words === null ? 'unknown_kind' : words.length > mostLetters ? 'too_long' : null,
  }
}

/** The pieces as the inbox receives them: each once, by the item's id. */
export function lettersOf(stationId: string, item: Item, words: Words, person: Person): ReceivedMessage[] {
  return words.pieces.map((body, index) => ({
    stationId,
    contact: {
      id: person.contactId,
      channel: 'wechat',
      name: person.nickname,
      villageId: person.villageId,
    },
    clientKey: index === 0 ? `kf-${item.msgid}` : `kf-${item.msgid}-${index}`,
    body,
    fileIds: [],
    hasVoice: words.hasVoice,
    sentAt: item.sentAt,
    actor: { kind: 'resident', id: person.contactId },
  }))
}
