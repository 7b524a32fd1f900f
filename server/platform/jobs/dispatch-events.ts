import type { JobInsert, PgBoss } from 'pg-boss'
import type { Pool } from '../database/pool.ts'
import { type FeedEvent, feedStart, readFeed } from '../events/read-feed.ts'
import { newId } from '../id.ts'
import { inStation, type Tx } from '../tenancy.ts'
import type { JobPlan, Reaction } from './job-plan.ts'
import type { JobData } from './jobs.ts'
import { inTransaction } from './send-job.ts'

const consumer = 'reactions'
const pageSize = 500

export type Dispatched = { events: number; more: boolean; heldBack: boolean }

/**
 * Turns the station's new events into jobs and moves its cursor, in one transaction: every event gets each of its
 * reactions exactly once. The cursor's row lock lets one process at a time work a station; the others pass by.
 */
export function dispatchEvents(
  pool: Pool,
  boss: PgBoss,
  plan: Pick<JobPlan, 'reactions' | 'everyEvent'>,
  stationId: string,
): Promise<Dispatched> {
  return inStation(pool, stationId, async (tx) => {
    const cursor = (await hasNews(tx)) ? await lockCursor(tx) : null
    if (cursor === null) return { events: 0, more: false, heldBack: false }
    const page = await readFeed(tx, cursor, pageSize)
    if (page.events.length > 0) {
      for (const [job, jobs] of jobsOf(plan, stationId, page.events))
        await boss.insert(job, jobs, { db: inTransaction(tx) })
      await moveCursor(tx, page.cursor)
    }
    return { events: page.events.length, more: page.events.length === pageSize, heldBack: page.heldBack }
  })
}

/** Looks without a lock, so that an idle station costs a read a second and no write to the disk. */
async function hasNews(tx: Tx): Promise<boolean> {
  const { rows } = await tx.client.query({
    name: 'peek-at-events',
    // The first in order, not "whether one exists": for that the whole table is read when there is none.
    text: `select (select e.id from events e where e.station_id = c.station_id and (e.xact, e.id) >
             (split_part(c.feed_cursor, '.', 1)::xid8, split_part(c.feed_cursor, '.', 2)::uuid)
             order by e.xact, e.id limit 1) is not null as news
           from feed_cursors c where c.station_id = $1 and c.consumer = '${consumer}'`,
    values: [tx.stationId],
  })
  return rows[0]?.news ?? true
}

/** The cursor, or null while another process has it. A new station begins before its first event. */
async function lockCursor(tx: Tx): Promise<string | null> {
  const { rows } = await tx.client.query({
    name: 'lock-reactions-cursor',
    text: `select feed_cursor from feed_cursors where station_id = $1 and consumer = '${consumer}' for update skip locked`,
    values: [tx.stationId],
  })
  if (rows[0]) return rows[0].feed_cursor
  const { rowCount } = await tx.client.query({
    name: 'begin-reactions-cursor',
    text: `insert into feed_cursors (station_id, consumer, feed_cursor) values ($1, '${consumer}', $2) on conflict do nothing`,
    values: [tx.stationId, feedStart],
  })
  return rowCount === 1 ? feedStart : null
}

async function moveCursor(tx: Tx, cursor: string): Promise<void> {
  await tx.client.query({
    name: 'move-reactions-cursor',
    text: `insert into feed_cursors (station_id, consumer, feed_cursor) values ($1, '${consumer}', $2)
           on conflict (station_id, consumer) do update set feed_cursor = $2, moved_at = clock_timestamp()`,
    values: [tx.stationId, cursor],
  })
}

function jobsOf(plan: Pick<JobPlan, 'reactions' | 'everyEvent'>, stationId: string, events: FeedEvent[]) {
  const queues = new Map<string, JobInsert<JobData>[]>()
  const coalesced = new Set<string>()
  for (const event of events) {
    for (const reaction of [...(plan.reactions[event.name] ?? []), ...plan.everyEvent]) {
      const name = typeof reaction === 'string' ? reaction : reaction.job
      const key = keyOf(reaction, event, stationId)
      if (key && coalesced.has(`${name} ${key}`)) continue
      coalesced.add(`${name} ${key}`)
      const job: JobInsert<JobData> = {
        data: dataOf(reaction, event, stationId),
        singletonKey: key ?? newId(),
      }
      if (typeof reaction !== 'string' && reaction.delaySeconds) job.startAfter = reaction.delaySeconds
      queues.set(name, [...(queues.get(name) ?? []), job])
    }
  }
  return queues
}

function keyOf(reaction: Reaction, event: FeedEvent, stationId: string): string | null {
  if (typeof reaction === 'string') return null
  return reaction.oncePer === 'station' ? stationId : (event.conversationId ?? event.subjectId)
}

function dataOf(reaction: Reaction, event: FeedEvent, stationId: string): JobData {
  const { conversationId } = event
  if (typeof reaction !== 'string')
    return { stationId, ...(reaction.oncePer === 'conversation' && { conversationId }) }
  return {
    stationId,
    eventId: event.id,
    event: event.name,
    subjectKind: event.subjectKind,
    subjectId: event.subjectId,
    conversationId,
    contactId: event.contactId,
    actorKind: event.actorKind,
    actorId: event.actorId,
  }
}
