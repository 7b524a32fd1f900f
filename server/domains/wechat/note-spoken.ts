import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { markMessages } from '../inbox/mark-message.ts'
import { tellAccount } from '../inbox/tell-account.ts'
import { openFirstDoors } from '../residents/digital-door.ts'
import { askForMedia } from './ask-for-media.ts'
import type { Item } from './item.ts'
import type { Words } from './read-words.ts'

/** Why words of a colleague stand nowhere yet. */
export const noConversation = 'no_conversation'

/** Words of a resident that are in the inbox, and where. */
export type Spoken = {
  item: Item
  words: Words
  contactId: string
  conversationId: string
  messageIds: string[]
  /** She has not been in any matter before. */
  first: boolean
}

/** What the channel keeps of words to one account that came in, in their order. */
export async function noteSpoken(
  context: Pick<Context, 'jobs'>,
  tx: Tx,
  openKfid: string,
  spoken: Spoken[],
): Promise<void> {
  const { stationId } = tx
  const people = new Map(spoken.map((each) => [each.item.externalUserId, each]))
  await openFirstDoors(tx, [...people.values()].map(({ contactId }) => contactId).sort())
  await tx.client.query({
    name: 'note-kf-people-spoke',
    text: `update kf_people p set conversation_id = (select n.conversation_id
        from unnest($2::text[], $3::uuid[]) as n(id, conversation_id) where n.id = p.external_userid)
      where p.station_id = $1 and p.external_userid = any($2::text[])`,
    values: [stationId, [...people.keys()], [...people.values()].map(({ conversationId }) => conversationId)],
  })
  await tellAccount(
    tx,
    spoken.flatMap(({ messageIds }) => messageIds),
    openKfid,
  )
  const late = spoken.filter(({ words }) => words.isLate)
  await markMessages(
    tx,
    late.map(({ messageIds }) => messageIds[0]!),
    'late',
  )
  for (const { item, words, messageIds } of spoken)
    await askForMedia(context, tx, item, words, messageIds[0]!)
  await releaseEarly(
    tx,
    spoken.filter(({ first }) => first).map(({ item }) => item.externalUserId),
  )
  // The account's one row comes last: until the commit everybody else waits for it.
  await tx.client.query({
    name: 'note-kf-account-heard',
    text: `update kf_accounts set last_message_at = $3 where station_id = $1 and open_kfid = $2
      and coalesce(last_message_at, '-infinity') < $3`,
    values: [stationId, openKfid, new Date(Math.max(...spoken.map(({ item }) => item.sentAt.getTime())))],
  })
}

/** What a colleague said to them before they said a word lies handled; now there is a matter it belongs to, and it is taken up again. */
async function releaseEarly(tx: Tx, externalUserIds: string[]): Promise<void> {
  if (externalUserIds.length === 0) return
  await tx.client.query({
    name: 'release-early-kf-words',
    text: `update kf_messages set handled_at = null, fail_code = null
      where station_id = $1 and external_userid = any($2::text[]) and fail_code = '${noConversation}'`,
    values: [tx.stationId, externalUserIds],
  })
}
