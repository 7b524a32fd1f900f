import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { type Added, changeRows, type Journal } from './journal.ts'
import { digitsOf } from './like-people.ts'

type Way = { keptId: string; goneId: string; officerId: string }

/** Contacts go over, with every matter that hangs on them. */
export async function moveContacts(tx: Tx, journal: Journal, { keptId, goneId }: Way): Promise<void> {
  const ids = await idsOf(tx, 'contacts', 'resident_id = $2', goneId)
  await changeRows(tx, journal, 'contacts', ids, { resident_id: keptId })
}

/**
 * Further numbers go over but those the other has; the first number that did not stay the first becomes a further one.
 * Returns what was added.
 */
export async function movePhones(
  tx: Tx,
  journal: Journal,
  { keptId, goneId, officerId }: Way,
  firsts: { kept: string; gone: string; now: string },
): Promise<Added[]> {
  const { rows } = await tx.client.query(
    `select id, resident_id, phone, ended_at is null as open from resident_phones
     where station_id = $1 and resident_id in ($2, $3) order by id`,
    [tx.stationId, keptId, goneId],
  )
  const known = new Set([
    digitsOf(firsts.now),
    ...rows.filter((row) => row.resident_id === keptId && row.open).map((row) => digitsOf(row.phone)),
  ])
  const moving = rows.filter(
    (row) => row.resident_id === goneId && !(row.open && known.has(digitsOf(row.phone))),
  )
  await changeRows(
    tx,
    journal,
    'resident_phones',
    moving.map(({ id }) => id),
    { resident_id: keptId },
  )
  for (const row of moving) if (row.open) known.add(digitsOf(row.phone))
  const added: Added[] = []
  for (const phone of [firsts.kept, firsts.gone]) {
    if (phone === '' || known.has(digitsOf(phone))) continue
    known.add(digitsOf(phone))
    const id = newId()
    await tx.client.query(
      `insert into resident_phones (station_id, id, resident_id, phone, whose, recorded_by) values ($1, $2, $3, $4, 'own', $5)`,
      [tx.stationId, id, keptId, phone, officerId],
    )
    added.push({ table: 'resident_phones', id })
  }
  return added
}

/** Relations go over, from both sides. What would then be said twice, or of herself, ends. */
export async function moveRelations(
  tx: Tx,
  journal: Journal,
  { keptId, goneId, officerId }: Way,
): Promise<void> {
  const { rows } = await tx.client.query(
    `select id, from_id, to_id, kind, ended_at is null as open from resident_relations
     where station_id = $1 and ($2 in (from_id, to_id) or $3 in (from_id, to_id)) order by id`,
    [tx.stationId, keptId, goneId],
  )
  const said = new Set(
    rows
      .filter((row) => row.open && ![row.from_id, row.to_id].includes(goneId))
      .map((row) => `${row.from_id} ${row.to_id} ${row.kind}`),
  )
  for (const row of rows.filter(({ from_id, to_id }) => [from_id, to_id].includes(goneId))) {
    const [from, to] = [row.from_id, row.to_id].map((id) => (id === goneId ? keptId : id))
    const again = from === to || said.has(`${from} ${to} ${row.kind}`)
    if (row.open && again)
      await changeRows(tx, journal, 'resident_relations', [row.id], {
        ended_at: new Date().toISOString(),
        ended_by: officerId,
      })
    else if (from !== to)
      await changeRows(tx, journal, 'resident_relations', [row.id], { from_id: from, to_id: to })
    if (row.open) said.add(`${from} ${to} ${row.kind}`)
  }
}

/** Absences go over; of two that are open the one of the entry that stays counts. */
export async function moveAbsences(tx: Tx, journal: Journal, way: Way): Promise<void> {
  const { keptId, goneId, officerId } = way
  const away = await idsOf(tx, 'resident_absences', 'resident_id = $2 and back_on is null', keptId)
  const open = await idsOf(tx, 'resident_absences', 'resident_id = $2 and back_on is null', goneId)
  const past = await idsOf(tx, 'resident_absences', 'resident_id = $2 and back_on is not null', goneId)
  await changeRows(tx, journal, 'resident_absences', past, { resident_id: keptId })
  if (away.length === 0) await changeRows(tx, journal, 'resident_absences', open, { resident_id: keptId })
  else
    for (const id of open) {
      const { rows } = await tx.client.query(
        'select left_on from resident_absences where station_id = $1 and id = $2',
        [tx.stationId, id],
      )
      await changeRows(tx, journal, 'resident_absences', [id], {
        back_on: rows[0].left_on,
        ended_by: officerId,
      })
    }
}

async function idsOf(
  tx: Tx,
  table: 'contacts' | 'resident_absences',
  where: string,
  residentId: string,
): Promise<string[]> {
  const { rows } = await tx.client.query(
    `select id from ${table} where station_id = $1 and ${where} order by id`,
    [tx.stationId, residentId],
  )
  return rows.map(({ id }) => id)
}
