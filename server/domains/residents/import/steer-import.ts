import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { type ImportRecord, jobKey, lockImport } from './store.ts'

type Deed = (
  context: Pick<Context, 'jobs'>,
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
) => Promise<void>

/** Begins or goes on with writing: the rows are compared once more, with what was chosen, and then written. A second tap finds it running and only makes sure that somebody works on it. */
export const startImport: Deed = async (context, tx, actor, session, id) => {
  const found = await lockImport(tx, id)
  if (found.state === 'done') return
  const running = found.state === 'importing' || found.thenWrite
  if (!running && !['checked', 'stopped'].includes(found.state)) throw conflict('请先试读，看过结果再导入。')
  if (!running) {
    await requireAlone(tx)
    await tx.client.query(
      `update register_imports set state = case when state = 'checked' then 'checking' else 'importing' end, then_write = state = 'checked',
         trouble = '', step_began_at = clock_timestamp(), rows_done = case when state = 'checked' then 0 else rows_done end,
         started_by = coalesce(started_by, $3), started_at = coalesce(started_at, clock_timestamp())
       where station_id = $1 and id = $2`,
      [tx.stationId, id, session.officerId],
    )
    await tell(tx, actor, 'register_import.started', found)
  }
  await work(context, tx, id)
}

/** Holds the writing after the batch in hand. What is written stays, and it can be gone on with or undone. */
export const stopImport: Deed = async (_context, tx, actor, _session, id) => {
  const found = await lockImport(tx, id)
  if (found.state === 'stopped') return
  if (found.state !== 'importing') throw conflict('现在没有在导入，不用停。')
  await tx.client.query(`update register_imports set state = 'stopped' where station_id = $1 and id = $2`, [
    tx.stationId,
    id,
  ])
  await tell(tx, actor, 'register_import.stopped', found)
}

/** Has the whole import taken back, if nothing of it was changed or used since. */
export const askUndo: Deed = async (context, tx, actor, session, id) => {
  const found = await lockImport(tx, id)
  if (found.state === 'undone') return
  if (!['done', 'stopped', 'undoing'].includes(found.state))
    throw conflict('还没有导入完，不能撤销。可以先停下来。')
  if (found.state !== 'undoing') {
    await requireWayBack(tx, id)
    await requireAlone(tx)
    await tx.client.query(
      `update register_imports set state = 'undoing', trouble = '', rows_done = 0, step_began_at = clock_timestamp(), undone_by = $3
       where station_id = $1 and id = $2`,
      [tx.stationId, id, session.officerId],
    )
    await tell(tx, actor, 'register_import.undo_asked', found)
  }
  await work(context, tx, id)
}

/** What stood there before is kept for thirty days (tidy-imports.ts). */
async function requireWayBack(tx: Tx, id: string): Promise<void> {
  const { rowCount } = await tx.client.query(
    'select from register_import_rows where station_id = $1 and import_id = $2 limit 1',
    [tx.stationId, id],
  )
  if (!rowCount) throw conflict('导入过了 30 天，原来的内容已经不留，不能再撤销。请逐个改。')
}

async function requireAlone(tx: Tx): Promise<void> {
  // Two starts at once wait here for each other; the index holds what this only says in words.
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `register import ${tx.stationId}`,
  ])
  const { rowCount } = await tx.client.query(
    `select from register_imports where station_id = $1 and (state in ('importing', 'undoing') or then_write)`,
    [tx.stationId],
  )
  if (rowCount) throw conflict('另一份表正在导入，请等它完成或先停下来。')
}

async function work({ jobs }: Pick<Context, 'jobs'>, tx: Tx, id: string): Promise<void> {
  await jobs.send(
    tx,
    'work-on-register-import',
    { stationId: tx.stationId, importId: id },
    { key: jobKey(id) },
  )
}

async function tell(
  tx: Tx,
  actor: Actor,
  name: 'register_import.started' | 'register_import.stopped' | 'register_import.undo_asked',
  { id, writtenRow }: ImportRecord,
): Promise<void> {
  await writeEvents(tx, actor, [{ name, subject: { kind: 'register_import', id }, data: { writtenRow } }])
}
