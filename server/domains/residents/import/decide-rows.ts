import type { ImportDecision } from '../../../../contract/register-imports.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { lockImport } from './store.ts'

const fits = { new: 'doubtful', ours: 'conflict', theirs: 'conflict' } as const

/** What is done with a doubtful row or a conflict, or with all of one kind. Counts when the writing begins. */
export async function decideRows(
  tx: Tx,
  actor: Actor,
  id: string,
  { row, result, decision }: ImportDecision,
): Promise<void> {
  const { state } = await lockImport(tx, id)
  if (state !== 'checked') throw conflict('现在不能改选择，请先试读；已经开始导入的不能再改。')
  if ((row === undefined) === (result === undefined)) throw invalid('请说明是哪一行，或者是哪一类。')
  if (decision && result && fits[decision] !== result) throw invalid('这一类行不能这样选。')
  const { rowCount } = await tx.client.query(
    `update register_import_rows set decision = $5 where station_id = $1 and import_id = $2
       and ($3::int is null or row = $3) and ($4::text is null or result = $4) and result in ('conflict', 'doubtful')
       and ($6::text is null or result = $6)`,
    [tx.stationId, id, row ?? null, result ?? null, decision, decision && fits[decision]],
  )
  if (row !== undefined && rowCount === 0) throw notFound()
  await writeEvents(tx, actor, [
    {
      name: 'register_import.decided',
      subject: { kind: 'register_import', id },
      data: { row, result, decision, rows: rowCount },
    },
  ])
}
