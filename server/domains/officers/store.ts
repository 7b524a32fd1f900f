import type { Officer } from '../../../contract/officers.ts'
import { conflict, notFound } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { managingRoles } from './rules.ts'

/** Officers as colleagues see them; all, or one by id. */
export async function readOfficers(tx: Tx, at: Date, id: string | null = null): Promise<Officer[]> {
  const { rows } = await tx.client.query({
    name: 'read-officers',
    text: `select o.id, o.username, o.name, o.role, o.phone, o.created_at,
             array(select village_id from officer_villages v
               where v.station_id = o.station_id and v.officer_id = o.id)::text[] as village_ids,
             array(select distinct d.kind from duty_shifts d where d.station_id = o.station_id
               and d.officer_id = o.id and d.starts_at <= $2 and d.ends_at > $2) as on_duty,
             coalesce(u.two_factor_enabled, false) as second_factor,
             (select s.from_at from officer_suspensions s where s.station_id = o.station_id
               and s.officer_id = o.id and s.until_at is null) as suspended_at,
             (select c.asked_at from officer_confirmations c where c.station_id = o.station_id
               and c.officer_id = o.id and c.confirmed_at is null) as unconfirmed_since
           from officers o left join auth."user" u on u.station_id = o.station_id and u.officer_id = o.id
           where o.station_id = $1 and ($3::uuid is null or o.id = $3) order by o.created_at, o.id`,
    values: [tx.stationId, at, id],
  })
  return rows.map((row) => ({
    id: row.id,
    username: row.username,
    name: row.name,
    role: row.role,
    phone: row.phone,
    villageIds: row.village_ids,
    onDuty: row.suspended_at ? [] : row.on_duty,
    secondFactor: row.second_factor,
    suspendedAt: row.suspended_at?.toISOString() ?? null,
    unconfirmedSince: row.unconfirmed_since?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  }))
}

/** One officer; `notFound` when she is none of this station's. */
export async function readOfficer(tx: Tx, id: string): Promise<Officer> {
  const [officer] = await readOfficers(tx, new Date(), id)
  if (!officer) throw notFound()
  return officer
}

/**
 * Throws when without this officer nobody active could manage accounts. The managers' rows are locked, so that two
 * who disable each other at the same moment do not both succeed.
 */
export async function keepAManager(tx: Tx, withoutId: string): Promise<void> {
  await tx.client.query(
    'select from officers where station_id = $1 and role = any($2) order by id for update',
    [tx.stationId, managingRoles],
  )
  const { rowCount } = await tx.client.query(
    'select from active_officers where station_id = $1 and role = any($2) and id <> $3 limit 1',
    [tx.stationId, managingRoles, withoutId],
  )
  if (rowCount === 0) throw conflict('所里至少要留一名在用的所长或管理员，请先指定另一位。')
}

/** Whoever changes the list of villages waits for the one before, so that names and the last village are checked truly. */
export async function lockVillages(tx: Tx): Promise<void> {
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`villages ${tx.stationId}`])
}

/** Gives an officer exactly these villages. A village of another station fails as not found. */
export async function replaceVillages(
  tx: Tx,
  officerId: string,
  villageIds: readonly string[],
): Promise<void> {
  await tx.client.query('delete from officer_villages where station_id = $1 and officer_id = $2', [
    tx.stationId,
    officerId,
  ])
  await tx.client.query(
    `insert into officer_villages (station_id, officer_id, village_id)
     select $1, $2, v from unnest($3::uuid[]) as v`,
    [tx.stationId, officerId, villageIds],
  )
}
