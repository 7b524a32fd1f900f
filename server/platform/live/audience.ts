import type { OfficerSession } from '../auth/session.ts'
import type { FeedEvent } from '../events/read-feed.ts'
import type { Tx } from '../tenancy.ts'

/** Whom something concerns: the officers of these villages (null: of an unknown village, which is everybody's), and these. */
export type Audience = { villageIds: (string | null)[]; officerIds: string[] }

/** An event with whom it concerns as things stand when it is read. */
export type HeardEvent = FeedEvent & { audience: Audience }

/**
 * The audience of each of these events, in their order. What a village or a name on an event can't tell (who holds the
 * matter now, who held it before, who is mentioned) is read from the rows, once for a page of events and all who
 * listen. The domains say how (server/audiences.ts).
 */
export type ReadAudiences = (tx: Tx, events: FeedEvent[]) => Promise<Audience[]>

/** Whether an officer is among them, by what she may see. Who sees no matters hears of none. */
export function concerns(audience: Audience, session: OfficerSession): boolean {
  if (session.scope !== 'villages') return session.scope === 'station'
  return (
    audience.villageIds.some((id) => id === null || session.villageIds.includes(id)) ||
    audience.officerIds.includes(session.officerId)
  )
}
