import type { Village } from '../../../contract/officers.ts'
import type { Role, ShiftKind } from '../../../contract/vocabulary.ts'
import type { Pool } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { answeringRoles } from './rules.ts'

export type OfficerOnDuty = { id: string; name: string; role: Role }

/** Active officers rostered for a kind of duty at a moment, those who began first ahead. */
export async function officersOnDuty(tx: Tx, kind: ShiftKind, at: Date): Promise<OfficerOnDuty[]> {
  const { rows } = await tx.client.query({
    name: 'officers-on-duty',
    text: `select o.id, o.name, o.role, min(d.starts_at) as since from duty_shifts d
           join active_officers o on o.station_id = d.station_id and o.id = d.officer_id
           where d.station_id = $1 and d.kind = $2 and d.starts_at <= $3 and d.ends_at > $3
           group by o.id, o.name, o.role order by since, o.id`,
    values: [tx.stationId, kind, at],
  })
  return rows.map(({ id, name, role }) => ({ id, name, role }))
}

/** Until when somebody who may answer is rostered at the desk; null when nobody is at that moment. */
export async function staffedUntil(tx: Tx, at: Date): Promise<Date | null> {
  const { rows } = await tx.client.query({
    name: 'staffed-until',
    text: `select max(d.ends_at) as at from duty_shifts d
           join active_officers o on o.station_id = d.station_id and o.id = d.officer_id
           where d.station_id = $1 and d.kind = 'desk' and d.starts_at <= $2 and d.ends_at > $2 and o.role = any($3)`,
    values: [tx.stationId, at, answeringRoles],
  })
  return rows[0].at
}

/**
 * Who a new matter of a village goes to: its auxiliary if she is at the desk, else whoever of the desk began first,
 * else nobody. Without a village only the second counts.
 */
export async function responsibleOfficer(
  tx: Tx,
  villageId: string | null,
  at: Date,
): Promise<OfficerOnDuty | null> {
  const { rows } = await tx.client.query({
    name: 'responsible-officer',
    text: `select o.id, o.name, o.role from duty_shifts d
           join active_officers o on o.station_id = d.station_id and o.id = d.officer_id
           where d.station_id = $1 and d.kind = 'desk' and d.starts_at <= $2 and d.ends_at > $2 and o.role = any($4)
           order by (o.role = 'auxiliary' and coalesce($3 = any(o.village_ids), false)) desc, d.starts_at, o.id limit 1`,
    values: [tx.stationId, at, villageId, answeringRoles],
  })
  return rows[0] ?? null
}

/** Names by id, also of officers who have left. Ids of no officer are missing. */
export async function officerNames(tx: Tx, ids: Iterable<string>): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const { rows } = await tx.client.query({
    name: 'officer-names',
    text: 'select id, name from officers where station_id = $1 and id = any($2::uuid[])',
    values: [tx.stationId, wanted],
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Names and roles by id, also of officers who have left. Ids of no officer are missing. */
export async function officerTitles(
  tx: Tx,
  ids: Iterable<string>,
): Promise<Map<string, { name: string; role: Role }>> {
  const { rows } = await tx.client.query({
    name: 'officer-titles',
    text: 'select id, name, role from officers where station_id = $1 and id = any($2::uuid[])',
    values: [tx.stationId, [...new Set(ids)]],
  })
  return new Map(rows.map(({ id, name, role }) => [id, { name, role }]))
}

/** The villages in use, in the order of the station's own list: where something new can be put. */
export async function listVillages(tx: Tx): Promise<Village[]> {
  return (await listAllVillages(tx)).filter(({ retiredAt }) => !retiredAt)
}

/** Every village, also those that are no more: for what is on old rows. */
export async function listAllVillages(tx: Tx): Promise<Village[]> {
  const { rows } = await tx.client.query({
    name: 'list-all-villages',
    text: `select id, code, name, aliases, latitude, longitude, boundary, retired_at from villages
           where station_id = $1 order by position, code`,
    values: [tx.stationId],
  })
  return rows.map(({ retired_at, ...village }) => ({
    ...village,
    retiredAt: retired_at?.toISOString() ?? null,
  }))
}

export type StationFacts = {
  id: string
  code: string
  name: string
  phone: string
  address: string
  latitude: number | null
  longitude: number | null
  demo: boolean
  settings: Record<string, unknown>
}

const stationColumns = 'id, code, name, phone, address, latitude, longitude, demo, settings'

/** A station by its id or its code, or null. Stations are known to everybody: a resident's page begins here. */
export async function findStation(
  at: Pool | Pick<Tx, 'client'>,
  idOrCode: string,
): Promise<StationFacts | null> {
  const query = {
    name: 'find-station',
    text: `select ${stationColumns} from stations where id::text = $1 or code = $1`,
    values: [idOrCode],
  }
  const { rows } = 'client' in at ? await at.client.query(query) : await at.query(query)
  return rows[0] ?? null
}

/** All stations of the installation, for jobs that visit each. */
export async function listStations(pool: Pool): Promise<{ id: string; code: string; name: string }[]> {
  const { rows } = await pool.query('select id, code, name from stations order by code')
  return rows
}
