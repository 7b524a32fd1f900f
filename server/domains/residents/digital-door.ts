import type { Channel } from '../../../contract/vocabulary.ts'
import { invalid } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** Channels on which a message of the station arrives by itself. In WeChat it does for those who have written to the station there. */
const connected: readonly Channel[] = ['web']

/**
 * SQL: the channel on which the contact (alias `p`) sees what the station writes, or null when words put into her
 * conversation lie there unread: she came to the counter or rang up, and no link or code of hers was ever used; or an
 * officer has shut every phone out since. A link or code opens the page, whatever the contact's own channel.
 */
export function digitalDoor(p: string): string {
  const shut = `coalesce(${p}.door_shut_at, '-infinity')`
  const own = `${p}.channel in (${connected.map((channel) => `'${channel}'`).join(', ')})`
  return `case when ${p}.removed_at is not null then null
    when ${own} and greatest(${p}.created_at, ${p}.door_opened_at) > ${shut} then ${p}.channel
    when ${p}.door_opened_at > ${shut} then case when ${p}.channel = 'wechat' then 'wechat' else 'web' end end`
}

/** The channel on which a contact sees what the station writes; null when nothing written reaches her. */
export async function doorOf(tx: Tx, contactId: string): Promise<Channel | null> {
  const { rows } = await tx.client.query({
    name: 'door-of-contact',
    text: `select ${digitalDoor('p')} as door from contacts p where p.station_id = $1 and p.id = $2`,
    values: [tx.stationId, contactId],
  })
  return rows[0]?.door ?? null
}

/** The same, for words that must arrive: throws `invalid` when nothing written reaches her. */
export async function requireDoor(tx: Tx, contactId: string): Promise<Channel> {
  const door = await doorOf(tx, contactId)
  if (!door)
    throw invalid('这位居民看不到网上的消息，发了她也收不到。请打电话、当面或书面告诉她，再选是怎么告诉的。')
  return door
}

/** Notes that a link or code of hers has opened the page on a phone. */
export async function openDoor(tx: Tx, contactId: string): Promise<void> {
  await setDoor(tx, contactId, 'door_opened_at')
}

/** Notes that they write on a channel on which they can be answered. A door that was shut since stays shut. */
export async function openFirstDoors(tx: Tx, contactIds: string[]): Promise<void> {
  await tx.client.query({
    name: 'open-first-doors',
    text: `update contacts set door_opened_at = clock_timestamp()
           where station_id = $1 and id = any($2::uuid[]) and door_opened_at is null`,
    values: [tx.stationId, contactIds],
  })
}

/** Notes that no phone opens her matters any more. */
export async function shutDoor(tx: Tx, contactId: string): Promise<void> {
  await setDoor(tx, contactId, 'door_shut_at')
}

async function setDoor(tx: Tx, contactId: string, column: 'door_opened_at' | 'door_shut_at'): Promise<void> {
  await tx.client.query(
    `update contacts set ${column} = clock_timestamp() where station_id = $1 and id = $2`,
    [tx.stationId, contactId],
  )
}
