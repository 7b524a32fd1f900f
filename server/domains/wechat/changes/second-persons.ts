import type { Tx } from '../../../platform/tenancy.ts'

export type SecondPerson = { id: string; name: string }

/**
 * Who may say yes to what this officer asked for: a chief who works, or another administrator who works and whose account
 * is not by the asker's grace. Else an administrator would open herself a second administrator and agree with herself;
 * a chief's account was confirmed by a second person already.
 */
export async function secondPersons(tx: Tx, askedBy: string): Promise<SecondPerson[]> {
  const { rows } = await tx.client.query({
    name: 'second-persons-for-the-channel',
    text: `select o.id, o.name from active_officers o
           where o.station_id = $1 and o.id <> $2 and (o.role = 'chief' or o.role = 'administrator' and not exists (
             select from events e where e.station_id = $1 and e.subject_id = o.id and e.actor_id = $2
               and (e.name in ('officer.created', 'officer.password_reset') or e.name = 'officer.changed' and e.data ? 'role')))
           order by o.role = 'administrator', o.name, o.id`,
    values: [tx.stationId, askedBy],
  })
  return rows
}

/** Whether she still may set the channel up: what a suspended officer asked for does not happen by itself. */
export async function stillConfigures(tx: Tx, officerId: string): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `select from active_officers where station_id = $1 and id = $2 and role in ('chief', 'administrator')`,
    [tx.stationId, officerId],
  )
  return rowCount === 1
}
