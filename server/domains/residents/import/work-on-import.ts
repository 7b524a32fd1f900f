import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/errors.ts'
import type { JobData } from '../../../platform/jobs/jobs.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { checkImport } from './check-import.ts'
import { undoImport } from './undo-import.ts'
import { writeBatch } from './write-batch.ts'

/**
 * The job of an import: does whatever its state asks for. It may die at any point and begin again: what is written and
 * how far it came stand in the same commit.
 */
export async function workOnImport(
  { pool, log }: Pick<Context, 'pool' | 'log'>,
  { stationId, importId }: JobData,
): Promise<void> {
  if (typeof importId !== 'string') return
  const id = importId
  try {
    await inStation(pool, stationId, (tx) => checkImport(tx, id))
    while (await inStation(pool, stationId, (tx) => writeBatch(tx, id)));
    await inStation(pool, stationId, (tx) => undoImport(tx, id))
  } catch (error) {
    // A sentence is an answer: it stands beside the import, and trying again would change nothing.
    if (!(error instanceof AppError)) throw error
    log.info({ code: error.code, importId: id }, 'register import held')
    await inStation(pool, stationId, (tx) =>
      tx.client.query(
        `update register_imports set trouble = $3, then_write = false,
           state = case state when 'checking' then 'read' when 'undoing' then 'done' else state end
         where station_id = $1 and id = $2`,
        [stationId, id, error.message],
      ),
    )
  }
}
