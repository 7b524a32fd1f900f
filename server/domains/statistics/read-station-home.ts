import type { StationHome } from '../../../contract/statistics.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { endOfDay, stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { countAppointmentsOf } from '../appointments/views.ts'
import { listAlarms } from './list-alarms.ts'
import { readMyWork } from './read-my-work.ts'

/** The first page: who waits, what is urgent, what today brings. An auxiliary's numbers are those of her villages. */
export async function readStationHome(tx: Tx, session: OfficerSession, now: Date): Promise<StationHome> {
  const whole = session.scope === 'station'
  const hers = [tx.stationId, whole, session.villageIds, session.officerId]
  const inbox = await tx.client.query({
    name: 'station-home-inbox',
    text: `with open as (
             select id, number, waiting_since, emergency, assignee_id from conversations
             where station_id = $1 and closed_at is null and merged_into is null
               and ($2 or village_id is null or village_id = any($3::uuid[]) or assignee_id = $4)
           ), oldest as (select id, number, waiting_since from open where waiting_since is not null order by waiting_since, id limit 1)
           select count(*) filter (where waiting_since is not null)::int as waiting,
             count(*) filter (where waiting_since is not null and assignee_id is null)::int as unassigned,
             count(*) filter (where emergency)::int as emergencies,
             count(*) filter (where emergency and waiting_since is not null)::int as emergencies_waiting,
             (select jsonb_build_object('id', id, 'number', number, 'since', waiting_since) from oldest) as oldest from open`,
    values: hers,
  })
  const { waiting, unassigned, emergencies, emergencies_waiting, oldest } = inbox.rows[0]
  return {
    snapshotAt: now.toISOString(),
    waiting: {
      count: waiting,
      unassigned,
      oldestSince: oldest ? new Date(oldest.since).toISOString() : null,
      oldestId: oldest?.id ?? null,
      oldestNumber: oldest?.number ?? null,
    },
    emergencies: { open: emergencies, waiting: emergencies_waiting },
    appointments: await countAppointmentsOf(tx, session, stationDay(now)),
    clocks: await readClocks(tx, hers, now),
    alarms: await listAlarms(tx, session, now),
    onDuty: await listOnDuty(tx, now),
    mine: await readMyWork(tx, session),
  }
}

/** Deadlines that run; a paused clock stands still and is neither due nor overdue. */
async function readClocks(tx: Tx, hers: unknown[], now: Date): Promise<StationHome['clocks']> {
  const { rows } = await tx.client.query({
    name: 'station-home-clocks',
    text: `with running as (
             select c.case_id, k.number, c.kind, c.due_at from case_clocks c
             join cases k on k.station_id = $1 and k.id = c.case_id and k.finished_at is null and k.merged_into is null
             where c.station_id = $1 and c.stopped_at is null and c.due_at < $6
               and ($2 or k.village_id is null or k.village_id = any($3::uuid[]) or k.assignee_id = $4)
               and coalesce((select x.change from case_clock_changes x where x.station_id = $1 and x.clock_id = c.id
                 and x.change in ('pause', 'resume') order by x.changed_at desc, x.id desc limit 1), 'resume') <> 'pause'
           )
           select count(*) filter (where due_at < $5)::int as overdue, count(*) filter (where due_at >= $5)::int as today,
             (select to_jsonb(o) from (select case_id, number, kind, due_at from running where due_at < $5
               order by due_at, case_id limit 1) o) as oldest from running`,
    // A deadline at 24:00 is due on the day that ends with it.
    values: [...hers, now, new Date(endOfDay(stationDay(now)).getTime() + 1)],
  })
  const { overdue, today, oldest } = rows[0]
  return {
    overdue,
    dueToday: today,
    oldest: oldest && {
      caseId: oldest.case_id,
      number: oldest.number,
      kind: oldest.kind,
      dueAt: new Date(oldest.due_at).toISOString(),
    },
  }
}

async function listOnDuty(tx: Tx, now: Date): Promise<StationHome['onDuty']> {
  const { rows } = await tx.client.query({
    name: 'station-home-duty',
    text: `select d.officer_id, o.name, d.kind, d.ends_at from duty_shifts d
           join officers o on o.station_id = $1 and o.id = d.officer_id
           where d.station_id = $1 and d.starts_at <= $2 and d.ends_at > $2 order by d.kind, d.ends_at, o.name`,
    values: [tx.stationId, now],
  })
  return rows.map((row) => ({
    officerId: row.officer_id,
    name: row.name,
    kind: row.kind,
    until: row.ends_at.toISOString(),
  }))
}
