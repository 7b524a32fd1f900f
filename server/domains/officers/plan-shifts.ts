import type { NewShifts, Shift } from '../../../contract/officers.ts'
import { conflict, invalid, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { readShifts } from './read-shifts.ts'
import { findOverlap, findShiftFault, type PlannedShift } from './rules.ts'

/** Puts shifts on the roster, all or none. One officer has one duty of a kind at a time (`conflict`). */
export async function planShifts(tx: Tx, actor: Actor, given: NewShifts['shifts']): Promise<Shift[]> {
  const planned = given.map(({ officerId, kind, startsAt, endsAt }) => ({
    id: newId(),
    officerId,
    kind,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
  }))
  const fault = planned.map(findShiftFault).find(Boolean)
  if (fault) throw invalid(fault)
  await lockOfficers(tx, planned)
  const clash = findOverlap([...planned, ...(await readNeighbours(tx, planned))])
  if (clash)
    throw conflict('有人在这个时间已经排了同样的班，没有保存，请检查后再排。', { officerId: clash.officerId })
  await tx.db
    .insertInto('dutyShifts')
    .values(planned.map((shift) => ({ ...shift, stationId: tx.stationId, plannedBy: actor.id })))
    .execute()
  await writeEvents(
    tx,
    actor,
    planned.map(({ id, officerId, kind }) => ({
      name: 'shift.planned',
      subject: { kind: 'shift', id },
      data: { officerId, kind },
    })),
  )
  return readShifts(
    tx,
    planned.map(({ id }) => id),
  )
}

/** Two planners of the same officer take turns. */
async function lockOfficers(tx: Tx, planned: PlannedShift[]): Promise<void> {
  const ids = [...new Set(planned.map(({ officerId }) => officerId))]
  const { rowCount } = await tx.client.query(
    'select from officers where station_id = $1 and id = any($2::uuid[]) order by id for update',
    [tx.stationId, ids],
  )
  if (rowCount !== ids.length) throw notFound()
}

async function readNeighbours(tx: Tx, planned: PlannedShift[]): Promise<PlannedShift[]> {
  const { rows } = await tx.client.query(
    `select distinct d.id, d.officer_id, d.kind, d.starts_at, d.ends_at from duty_shifts d
     join unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[]) as p(officer_id, kind, starts_at, ends_at)
       on p.officer_id = d.officer_id and p.kind = d.kind and d.starts_at < p.ends_at and d.ends_at > p.starts_at
     where d.station_id = $1`,
    [
      tx.stationId,
      planned.map((shift) => shift.officerId),
      planned.map((shift) => shift.kind),
      planned.map((shift) => shift.startsAt),
      planned.map((shift) => shift.endsAt),
    ],
  )
  return rows.map((row) => ({
    officerId: row.officer_id,
    kind: row.kind,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  }))
}

/** Takes a shift off the roster. */
export async function removeShift(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { rows } = await tx.client.query(
    'delete from duty_shifts where station_id = $1 and id = $2 returning officer_id, kind, starts_at, ends_at',
    [tx.stationId, id],
  )
  const row = rows[0]
  if (!row) throw notFound()
  await writeEvents(tx, actor, [
    {
      name: 'shift.removed',
      subject: { kind: 'shift', id },
      // The row is gone: what it was stays in the log.
      data: { officerId: row.officer_id, kind: row.kind, startsAt: row.starts_at, endsAt: row.ends_at },
    },
  ])
}
