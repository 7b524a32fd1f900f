import type { ConversationQuery } from '../../../contract/inbox.ts'
import { invalid } from '../../platform/errors.ts'

/** A run of rows in one order, each on an index (conversations_waiting, conversations_open, conversations_recent). */
export type Stretch = { where: string; by: string; ascending: boolean }

const waiting = { where: 'c.waiting_since is not null', by: 'c.waiting_since', ascending: true }
const byLastMessage = { where: 'true', by: 'c.last_message_at', ascending: false }
/** Those who wait by how long, the longest first; after them the rest by what moved last. */
const openWork: Stretch[] = [waiting, { ...byLastMessage, where: 'c.waiting_since is null' }]

type Queue = { where: string; stretches: Stretch[]; shared?: true }

/**
 * The condition of each queue, and its rows as stretches that follow each other. `$me` is the officer's id. `shared`: it
 * also holds what she may only read; the queues of work hold what is hers to handle, as the counts do.
 */
export function queueOf(queue: ConversationQuery['queue'], me: number): Queue {
  switch (queue) {
    case 'waiting':
      return { where: 'c.closed_at is null', stretches: [waiting] }
    case 'mine':
      return { where: `c.closed_at is null and c.assignee_id = $${me}`, stretches: openWork }
    case 'villages':
      return {
        where: `c.closed_at is null and c.village_id in
          (select village_id from officer_villages where station_id = c.station_id and officer_id = $${me})`,
        stretches: openWork,
      }
    case 'unassigned':
      return { where: 'c.closed_at is null and c.assignee_id is null', stretches: openWork }
    case 'emergency':
      return { where: 'c.closed_at is null and c.emergency', stretches: openWork }
    case 'closed':
      return { where: 'c.closed_at is not null', stretches: [byLastMessage], shared: true }
    default:
      return { where: 'true', stretches: [byLastMessage], shared: true }
  }
}

/** The last row seen: its stretch, its time with microseconds, its id. */
export type Place = { stretch: number; at: string; id: string }

export function readPlace(after: string | undefined, stretches: Stretch[]): Place | null {
  if (!after) return null
  const [stretch, at, id] = after.split('_')
  if (!stretches[Number(stretch)] || !at || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id ?? ''))
    throw invalid('翻页的位置不对，请刷新页面。')
  return { stretch: Number(stretch), at, id: id! }
}
