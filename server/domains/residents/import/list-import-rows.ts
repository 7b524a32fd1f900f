import type { ImportRowPage, ImportRowsQuery } from '../../../../contract/register-imports.ts'
import { recordListed } from '../../../platform/audit/record-looks.ts'
import { notFound } from '../../../platform/errors.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { namedCells } from './check-import.ts'

/** What becomes of the rows of an import, by number. Whose entries are shown beside is recorded. */
export async function listImportRows(
  tx: Tx,
  actor: Actor,
  id: string,
  { result, after = 0, limit = 50 }: ImportRowsQuery,
): Promise<ImportRowPage> {
  const { rows: found } = await tx.client.query(
    'select columns from register_imports where station_id = $1 and id = $2',
    [tx.stationId, id],
  )
  if (!found[0]) throw notFound()
  const { rows } = await tx.client.query(
    `select row, cells, result, why, decision, plan from register_import_rows
     where station_id = $1 and import_id = $2 and row > $3 and result is not null and ($4::text is null or result = $4)
     order by row limit $5`,
    [tx.stationId, id, after, result ?? null, limit + 1],
  )
  const page = rows.slice(0, limit)
  await recordListed(tx, actor, 'register_import.listed', [
    id,
    ...page.map(({ plan }) => (plan?.plan && !plan.plan.isNew ? plan.plan.residentId : null)),
  ])
  return {
    items: page.map(({ row, cells, plan, ...told }) => {
      const named = namedCells(found[0].columns, cells)
      const place = [named.village, named.group, named.door || named.head]
      return {
        ...{ row, name: named.name ?? plan?.plan?.name ?? '', place: place.filter(Boolean).join(' ') },
        ...{ result: told.result, why: told.why, decision: told.decision, conflicts: plan?.conflicts ?? [] },
      }
    }),
    next: rows.length > limit ? String(page.at(-1)!.row) : null,
  }
}
