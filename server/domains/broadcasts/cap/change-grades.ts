import type { CapGradesBody, CapGradesState } from '../../../../contract/cap-grades.ts'
import { conflict } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { readGrades } from './read-grades.ts'

/** A new version of the table; the old ones stay. */
export async function changeGrades(tx: Tx, actor: Actor, body: CapGradesBody): Promise<CapGradesState> {
  const { rowCount } = await tx.client.query(
    `insert into cap_grade_tables (station_id, version, grades, written_by)
     select $1, $2, $3, $4 where $2 = 1 + coalesce((select max(version) from cap_grade_tables where station_id = $1), 0)
     on conflict do nothing`,
    [tx.stationId, body.version + 1, JSON.stringify(body.grades), actor.id],
  )
  if (rowCount === 0) throw conflict('同事刚刚改过这张表，请看过新的再改。')
  await writeEvents(tx, actor, [
    {
      name: 'cap_grades.changed',
      subject: { kind: 'station', id: tx.stationId },
      data: { version: body.version + 1 },
    },
  ])
  return readGrades(tx)
}
