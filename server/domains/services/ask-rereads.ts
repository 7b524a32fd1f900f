import { writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** So long before its day a guide becomes somebody's task: time enough to ring the county bureau. */
export const rereadAheadDays = 14

/** The day up to which guides are to be read again now. */
export const rereadUntil = (now: Date) => stationDay(new Date(now.getTime() + rereadAheadDays * 864e5))

/** The job of every morning: a task for each guide whose day is near, once until it is read. Returns how many are new. */
export async function askRereads(tx: Tx, now = new Date()): Promise<number> {
  const { rows } = await tx.client.query({
    name: 'list-guides-to-reread',
    text: `select g.id, g.expires_on from guides g where g.station_id = $1 and g.hidden_at is null and g.expires_on <= $2
             and not exists (select from guide_rereads r
               where r.station_id = $1 and r.guide_id = g.id and r.done_at is null)
           order by g.expires_on, g.position`,
    values: [tx.stationId, rereadUntil(now)],
  })
  for (const guide of rows) {
    // Another process may be at the same work: the unique key lets one of them make the task.
    const { rowCount } = await tx.client.query(
      `insert into guide_rereads (station_id, id, guide_id, due_on, asked_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [tx.stationId, newId(), guide.id, guide.expires_on, now],
    )
    if (rowCount)
      await writeEvents(tx, { kind: 'system', id: null }, [
        {
          name: 'guide.reread_due',
          subject: { kind: 'guide', id: guide.id },
          data: { dueOn: guide.expires_on },
        },
      ])
  }
  return rows.length
}
