import { conflict } from '../../../platform/errors.ts'
import { writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { PlannedRow } from './plan.ts'
import { relatedBeside } from './related-beside.ts'
import { lockImport } from './store.ts'
import { undoFurther } from './undo-further.ts'
import { undoChanges, undoFounding, undoNewPeople } from './undo-people.ts'

/** Foreign key: something that came later hangs on what is to be taken away. */
const stillReferenced = '23503'
const eventsAtOnce = 5000

/** Takes a whole import back in one commit: all of it, or a sentence why nothing was taken back. */
export async function undoImport(tx: Tx, id: string): Promise<void> {
  const found = await lockImport(tx, id)
  if (found.state !== 'undoing') return
  const { rows } = await tx.client.query(
    `select row, result, plan -> 'plan' as plan from register_import_rows
     where station_id = $1 and import_id = $2 and row <= $3 and jsonb_typeof(plan -> 'plan') = 'object' and result <> 'skipped' order by row`,
    [tx.stationId, id, found.writtenRow],
  )
  const planned = rows as PlannedRow[]
  const unrelated = await undoFurther(tx, planned)
  await undoChanges(
    tx,
    planned.filter(({ plan }) => !plan.isNew),
  )
  try {
    await undoNewPeople(
      tx,
      planned.filter(({ plan }) => plan.isNew),
    )
    await undoFounding(tx, planned)
  } catch (error) {
    if ((error as { code?: string }).code === stillReferenced)
      throw conflict('有人已经用到导入的居民（联系方式、案件或家庭变动），不能整份撤销。请逐个改。')
    throw error
  }
  const touched = [...planned.map(({ plan }) => plan), ...relatedBeside(planned, unrelated)]
  for (let from = 0; from < touched.length; from += eventsAtOnce)
    await writeEvents(
      tx,
      { kind: 'officer', id: found.undoneBy },
      touched.slice(from, from + eventsAtOnce).map(({ residentId, villageId }) => ({
        name: 'resident.import_undone' as const,
        subject: { kind: 'resident', id: residentId },
        villageId,
        data: { importId: id },
      })),
    )
  await tx.client.query(
    `update register_imports set state = 'undone', undone_at = clock_timestamp(), rows_done = rows_total where station_id = $1 and id = $2`,
    [tx.stationId, id],
  )
  await writeEvents(tx, { kind: 'system', id: null }, [
    {
      name: 'register_import.undone',
      subject: { kind: 'register_import', id },
      data: { rows: planned.length },
    },
  ])
}
