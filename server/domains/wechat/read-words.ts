import type { KfContent } from '../../gateways/wecom/calls/read-kf-content.ts'
import type { KfMessage } from '../../gateways/wecom/calls/read-kf-message.ts'
import type { ReceivedMessage } from '../inbox/incoming-of.ts'
import type { Item } from './item.ts'
import { mediaToFetch } from './media-of.ts'
import type { Person } from './person.ts'
import { piecesOf, troubleOf, wordsOf } from './words-of.ts'

/** Older than this on arrival: somebody may have answered already without having read it. */
const lateMs = 10 * 60_000
/** No phone sends so much; what does is for the maintainers to look at. */
const mostLetters = 40_000

/**
 * What was said, in pieces that fit a message of the inbox. A forwarded chat stays one saying of lines with speaker and
 * time, its files on it by their places: as messages of their own its lines would need ids that the platform does not
 * give them, and what was forwarded would read as if she had said it.
 */
export type Words = {
  pieces: string[]
  hasVoice: boolean
  /** The places of the files that hang on it (media-of.ts), and sentences for those that cannot be had. */
  places: number[]
  missing: string[]
  isLate: boolean
  /** It is shown as well as it can be, and the maintainers have to look at it. */
  trouble: string | null
}

export function readWords(item: Item, message: KfMessage): Words {
  const { msgtype, origin } = message
  // Events are no words; takeRun and handleItem let none come here.
  const content = message.content as KfContent
  const words = wordsOf(content)
  const whom = origin === 5 ? '同事' : '居民'
  const body =
    words === null
      ? `［微信发来一种暂时不能显示的消息（${msgtype.slice(0, 30)}）］请${whom}用文字说明，或截图发来。`
      : words.slice(0, mostLetters) || '［空消息］'
  return {
    pieces: piecesOf(body.replaceAll('\0', '')).map((piece) => (piece.trim() === '' ? '［空消息］' : piece)),
    hasVoice: content.kind === 'voice',
    ...mediaToFetch(content),
    isLate: item.pulledAt.getTime() - item.sentAt.getTime() > lateMs,
    trouble: troubleOf(content) ?? ((words ?? '').length > mostLetters ? 'too_long' : null),
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
    clientKey: pieceKey(item.msgid, index),
    body,
    fileIds: [],
    hasVoice: words.hasVoice,
    sentAt: item.sentAt,
    actor: { kind: 'resident', id: person.contactId },
  }))
}

/** The inbox's key of a piece. */
export const pieceKey = (msgid: string, index: number) =>
  index === 0 ? `kf-${msgid}` : `kf-${msgid}-${index}`

/** More pieces than any message has. */
export const mostPieces = Math.ceil(mostLetters / 3999) + 1
