import type { KfMessage } from '../../gateways/wecom/calls/read-kf-message.ts'
import type { Context } from '../../platform/context.ts'
import { failpoint } from '../../platform/failpoint.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { markMessage } from '../inbox/mark-message.ts'
import { receiveMessage } from '../inbox/receive-message.ts'
import { tellAccount } from '../inbox/tell-account.ts'
import { openFirstDoor } from '../residents/digital-door.ts'
import { ensureFiled } from './ensure-filed.ts'
import type { Handled } from './handled.ts'
import type { Item } from './item.ts'
import type { Person } from './person.ts'
import { piecesOf, wordsOf } from './words-of.ts'

type Receiving = Pick<Context, 'pool' | 'jobs' | 'log'>

/** Words after a matter was closed belong to it for so long (a thank-you, an objection); later they are a new matter. */
const sameMatterMs = 48 * 3_600_000
/** Older than this on arrival: somebody may have answered already without having read it. */
const lateMs = 10 * 60_000
/** No phone sends so much; what does is for the maintainers to look at. */
const mostLetters = 40_000

/** A resident's words enter by the same deed as everybody's, once by their msgid. */
export async function receiveWords(
  context: Receiving,
  stationId: string,
  item: Item,
  message: KfMessage,
  person: Person,
): Promise<Handled> {
  const { content } = message
  const words = wordsOf(content as never)
  const trouble = words === null ? 'unknown_kind' : words.length > mostLetters ? 'too_long' : null
  const body =
    words === null
      ? `［微信发来一种暂时不能显示的消息（${message.msgtype.slice(0, 30)}）］请居民用文字说明，或截图发来。`
      : words.slice(0, mostLetters) || '［空消息］'
  const known = conversationFor(person)
  const messageIds: string[] = []
  let first: Awaited<ReturnType<typeof receiveMessage>> | undefined
  for (const [index, piece] of piecesOf(body.replaceAll('\0', '')).entries()) {
    const taken = await receiveMessage(context, {
      stationId,
      contact: {
        id: person.contactId,
        channel: 'wechat',
        name: person.nickname,
        villageId: person.villageId,
      },
      ...((first?.conversationId ?? known) && { conversationId: (first?.conversationId ?? known)! }),
      clientKey: index === 0 ? `kf-${item.msgid}` : `kf-${item.msgid}-${index}`,
      body: piece.trim() === '' ? '［空消息］' : piece,
      fileIds: [],
      hasVoice: content.kind === 'voice',
      sentAt: item.sentAt,
      actor: { kind: 'resident', id: person.contactId },
    })
    first ??= taken
    messageIds.push(taken.messageId)
    failpoint('handle: after receive')
  }
  const { messageId, conversationId } = first!
  const isLate = item.pulledAt.getTime() - item.sentAt.getTime() > lateMs
  if (isLate) await ensureFiled(context, stationId, person.contactId)
  return {
    messageId,
    conversationId,
    // Somebody reads that it came; that we could not show it is told to the maintainers, with its bytes.
    ...(trouble && { trouble }),
    async also(tx) {
      await noteSpoken(tx, item, person, conversationId)
      await tellAccount(tx, messageIds, item.openKfid)
      if (isLate) await markMessage(tx, messageId, 'late')
      if (!('mediaId' in content) || !content.mediaId) return
      const data = { stationId, openKfid: item.openKfid, msgid: item.msgid }
      await context.jobs.send(tx, 'fetch-kf-media', data, { key: `${item.openKfid} ${item.msgid}` })
    },
  }
}

/** The matter she is in: the last one while it is open, or not closed for long. A new one otherwise. */
function conversationFor({ conversationId, closedAt }: Person): string | null {
  // One that is on disk and not filed yet is certainly open.
  return closedAt && closedAt.getTime() < Date.now() - sameMatterMs ? null : conversationId
}

async function noteSpoken(tx: Tx, item: Item, person: Person, conversationId: string): Promise<void> {
  await openFirstDoor(tx, person.contactId)
  await tx.client.query({
    name: 'note-kf-person-spoke',
    text: 'update kf_people set conversation_id = $3 where station_id = $1 and external_userid = $2',
    values: [tx.stationId, person.externalUserId, conversationId],
  })
  await tx.client.query({
    name: 'note-kf-account-heard',
    text: `update kf_accounts set last_message_at = $3 where station_id = $1 and open_kfid = $2
      and coalesce(last_message_at, '-infinity') < $3`,
    values: [tx.stationId, item.openKfid, item.sentAt],
  })
}
