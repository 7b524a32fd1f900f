import type { ImportReport, ImportResult, ScriptImport } from '../../../../contract/script-exchange.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { codePrefixes, nextCode } from '../rules.ts'
import { insertStep, insertVersion, lockScript } from '../store.ts'
import { type CheckedRow, checkRows } from './check-rows.ts'
import type { FileRows } from './read-file.ts'

/**
 * Tells what would become of each row, and with `apply` writes the new and changed ones as drafts that wait for a second
 * person: all of them, or none when one row is refused.
 */
export async function importScripts(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  { rows, otherSheets }: FileRows,
  { apply }: Pick<ScriptImport, 'apply'>,
): Promise<ImportReport> {
  if (rows.length === 0) throw invalid('文件里没有话术。')
  if (apply)
    await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `script code ${tx.stationId}`,
    ])
  const checked = await checkRows(tx, session, rows)
  const counts: Record<ImportResult, number> = { new: 0, changed: 0, same: 0, refused: 0 }
  for (const { result } of checked) counts[result] += 1
  if (apply) {
    if (counts.refused > 0)
      throw conflict(`有 ${counts.refused} 行不能导入，一条也没有写。请改好这些行再传。`)
    const codes = await codesInUse(tx)
    const written = []
    for (const row of checked) if (row.write) written.push(await writeRow(tx, session, row, codes))
    await writeEvents(
      tx,
      actor,
      written.flatMap(({ id, version }) =>
        (['script.drafted', 'script.submitted'] as const).map((name) => ({
          name,
          subject: { kind: 'script', id },
          data: { version, by: 'import' },
        })),
      ),
    )
  }
  return {
    applied: apply,
    otherSheets,
    counts,
    rows: checked.map(({ row, code, title, result, why }) => ({ row, code, title, result, why })),
  }
}

async function codesInUse(tx: Tx): Promise<Set<string>> {
  const found = await tx.db
    .selectFrom('scripts')
    .select('code')
    .where('stationId', '=', tx.stationId)
    .execute()
  return new Set(found.map(({ code }) => code))
}

async function writeRow(
  tx: Tx,
  session: OfficerSession,
  row: CheckedRow,
  codes: Set<string>,
): Promise<{ id: string; version: number }> {
  const { known, library, draft, files, auxiliaryMay, villageIds } = row.write!
  const id = known?.id ?? newId()
  let version = 1
  if (known) {
    const locked = await lockScript(tx, id)
    // Somebody has written a version since the file was compared.
    if (locked.newest !== known.newest || locked.retiredAt)
      throw conflict(`第 ${row.row} 行的话术刚刚被同事改过，一条也没有写。请重新传一次。`)
    version = known.newest + 1
  } else {
    const own = [...codes].filter((code) => code.startsWith(codePrefixes[library]))
    const code = row.code || nextCode(library, own)
    codes.add(code)
    await tx.db
      .insertInto('scripts')
      .values({ stationId: tx.stationId, id, code, scenario: library, auxiliaryMay, villageIds })
      .execute()
  }
  await insertVersion(tx, id, version, draft, session.officerId, files)
  await insertStep(tx, { scriptId: id, version, kind: 'submitted', officerId: session.officerId })
  return { id, version }
}
