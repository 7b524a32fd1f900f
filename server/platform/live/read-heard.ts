import { type FeedPage, readFeed } from '../events/read-feed.ts'
import type { Tx } from '../tenancy.ts'
import type { HeardEvent, ReadAudiences } from './audience.ts'

/** A page of the feed with whom each event concerns. */
export async function readHeard(
  tx: Tx,
  audiences: ReadAudiences,
  cursor: string,
  limit: number,
): Promise<FeedPage & { events: HeardEvent[] }> {
  const page = await readFeed(tx, cursor, limit)
  const found = await audiences(tx, page.events)
  return { ...page, events: page.events.map((event, index) => ({ ...event, audience: found[index]! })) }
}
