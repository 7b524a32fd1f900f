import {
  type ExportColumn,
  type ExportCount,
  type ExportCountWish,
  exportColumns,
  leastColumns,
  type NewRegisterExport,
  rowsNeedingSecondPerson,
} from '../../../../contract/register-exports.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { invalid } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { checkVillage } from '../check-village.ts'
import { makeFile } from './make-file.ts'
import { countList } from './read-list.ts'
import { lockExport, rowsOfToday } from './store.ts'

/** How many rows a list would have, and whether a second person has to agree. */
export async function countExport(
  tx: Tx,
  session: OfficerSession,
  wish: ExportCountWish,
  now = new Date(),
): Promise<ExportCount> {
  for (const villageId of wish.villageIds ?? []) await checkVillage(tx, villageId)
  const rows = await countList(tx, session, wish)
  const today = await rowsOfToday(tx, session.officerId, now)
  return { rows, today, needsSecondPerson: rows + today >= rowsNeedingSecondPerson }
}

/** Asks for a list. Below the limit its file is made in the same commit; from it on a second person has to agree first. */
export async function askExport(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  wish: NewRegisterExport,
  now = new Date(),
): Promise<string> {
  const { kind, form, purpose, caseNumber = '', columns: wanted, villageIds, group, text } = wish
  if (purpose.trim().length < 4) throw invalid('请写清楚用途，至少 4 个字。')
  const known = exportColumns[kind] as readonly ExportColumn[]
  const strange = wanted.find((column) => !known.includes(column))
  if (strange) throw invalid('有一列这种名册里没有，请刷新页面再选。')
  const least = leastColumns[kind] as readonly ExportColumn[]
  const columns = known.filter((column) => least.includes(column) || wanted.includes(column))
  // Numbers follow each other, and what was taken out today is counted once.
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `register export ${tx.stationId}`,
  ])
  const { rows, needsSecondPerson } = await countExport(tx, session, wish, now)
  if (rows === 0) throw invalid('没有符合的居民，没有可以导出的。')
  const id = newId()
  const filter = { ...(villageIds?.length && { villageIds }), ...(group && { group }), ...(text && { text }) }
  await tx.client.query(
    `insert into register_exports (station_id, id, number, kind, form, filter, columns, purpose, case_number, rows, state, asked_by, asked_at)
     values ($1, $2, (select coalesce(max(number), 0) + 1 from register_exports where station_id = $1),
       $3, $4, $5, $6, $7, $8, $9, 'waiting', $10, $11)`,
    [
      ...[tx.stationId, id, kind, form, filter, columns, purpose.trim(), caseNumber.trim()],
      ...[rows, session.officerId, now],
    ],
  )
  await writeEvents(tx, actor, [
    {
      name: 'register_export.asked',
      subject: { kind: 'register_export', id },
      data: { kind, form, rows, columns, needsSecondPerson },
    },
  ])
  if (!needsSecondPerson) await makeFile(tx, actor, session, await lockExport(tx, id), now)
  return id
}
