import type { Context } from '../../platform/context.ts'
import { conflict } from '../../platform/errors.ts'
import { failpoint } from '../../platform/failpoint.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { readTogether } from '../inbox/read-together.ts'
import { storeTogether } from '../inbox/store-together.ts'
import { tellReplyLines } from '../inbox/tell-reply-line.ts'
import type { Item } from './item.ts'
import { noteSpoken, type Spoken } from './note-spoken.ts'
import { conversationFor, findPeople, type Person } from './person.ts'
import { lettersOf, type Words } from './read-words.ts'
import { mostReplies, windowSeconds } from './reply-limits.ts'

/** Words of a resident, of a kind with which nothing is the matter. */
export type PlainItem = { item: Item; words: Words }

/**
 * Words of many residents to one account, each one's in their order, become messages in one transaction with the note
 * that they are handled: all of it or nothing, whenever the process dies. Throws when they have to be handled one by
 * one: one of them had arrived before, somebody's matter is not filed yet, or the database refuses one.
 */
export async function handleTogether(
  context: Pick<Context, 'pool' | 'jobs'>,
  stationId: string,
  openKfid: string,
  plain: PlainItem[],
): Promise<void> {
  failpoint('handle: before message')
  const people = await inStation(context.pool, stationId, (tx) => meetSpeakers(tx, openKfid, plain))
  const letters = plain.flatMap(({ item, words }) => {
    const person = people.get(item.externalUserId)!
    const conversationId = conversationFor(person)
    const known = conversationId && { conversationId, number: person.number! }
    return lettersOf(stationId, item, words, person).map((letter) => ({ ...letter, ...known }))
  })
  const incoming = await readTogether(context, stationId, letters)
  const rest = incoming.values()
  const spoken = plain.map(({ item, words }): Spoken => {
    const own = words.pieces.map(() => rest.next().value!)
    const { contact, conversationId } = own[0]!
    const first = people.get(item.externalUserId)!.conversationId === null
    return { item, words, contactId: contact.id, conversationId, messageIds: own.map(({ id }) => id), first }
  })
  await inStation(context.pool, stationId, async (tx) => {
    if (!(await storeTogether(tx, incoming))) throw conflict('这一批里有以前收到过的。')
    failpoint('handle: after receive')
    await noteSpoken(context, tx, openKfid, spoken)
    failpoint('handle: after message')
    await noteHandled(tx, openKfid, spoken)
  })
  failpoint('handle: after mark')
}

/** The inbox is told that they can be answered over this line before it shows their words. */
async function meetSpeakers(tx: Tx, openKfid: string, plain: PlainItem[]): Promise<Map<string, Person>> {
  const people = await findPeople(
    tx,
    openKfid,
    plain.map(({ item }) => item.externalUserId),
  )
  if ([...people.values()].some(({ conversationId, number }) => conversationId && !number))
    throw conflict('有一位居民的会话还没有归档。')
  const heard = [...Map.groupBy(plain, ({ item }) => item.externalUserId)].map(([id, own]) => ({
    contactId: people.get(id)!.contactId,
    times: own.map(({ item }) => item.sentAt.getTime()),
  }))
  // Whether a chat begins anew is seen at the first words after a silence; takeRun lets none be in between.
  const limits = { line: openKfid, windowSeconds, mostReplies }
  const first = heard.map(({ contactId, times }) => ({ contactId, heardAt: new Date(times[0]!) }))
  await tellReplyLines(tx, first, limits)
  const last = heard
    .filter(({ times }) => times.length > 1)
    .map(({ contactId, times }) => ({ contactId, heardAt: new Date(Math.max(...times)) }))
  await tellReplyLines(tx, last, limits)
  return people
}

async function noteHandled(tx: Tx, openKfid: string, spoken: Spoken[]): Promise<void> {
  const { rowCount } = await tx.client.query({
    name: 'note-kf-messages-handled',
    text: `update kf_messages k set handled_at = clock_timestamp(), (message_id, conversation_id) = (select n.message_id, n.conversation_id
        from unnest($3::text[], $4::uuid[], $5::uuid[]) as n(msgid, message_id, conversation_id) where n.msgid = k.msgid)
      where k.station_id = $1 and k.open_kfid = $2 and k.msgid = any($3::text[]) and k.handled_at is null`,
    values: [
      tx.stationId,
      openKfid,
      spoken.map(({ item }) => item.msgid),
      spoken.map(({ messageIds }) => messageIds[0]),
      spoken.map(({ conversationId }) => conversationId),
    ],
  })
  // Another worker was faster with one of them.
  if (rowCount !== spoken.length) throw conflict('这一批里有别处正在处理的。')
}
