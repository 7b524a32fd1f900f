import type { CapGradesState } from '../../../../contract/cap-grades.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { officerNames } from '../../officers/views.ts'
import { deliveredGrades } from './grades.ts'

/** The table in force: the station's newest, or the delivered one. */
export async function readGrades(tx: Tx): Promise<CapGradesState> {
  const { rows } = await tx.client.query(
    `select version, grades, written_by as by, written_at as at from cap_grade_tables
     where station_id = $1 order by version desc limit 1`,
    [tx.stationId],
  )
  const [row] = rows
  if (!row) return { version: 0, grades: deliveredGrades, writtenBy: null, writtenAt: null }
  const names = await officerNames(tx, [row.by])
  return {
    version: row.version,
    grades: row.grades,
    writtenBy: { id: row.by, name: names.get(row.by) ?? '' },
    writtenAt: row.at.toISOString(),
  }
}
