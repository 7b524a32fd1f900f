import type { GuideVersions } from '../../../contract/services.ts'
import { notFound } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { readSays } from './keep-version.ts'

const most = 30

/** The versions of a guide, newest first, each with what it changed. One never changed has only the one it says now. */
export async function listVersions(tx: Tx, guideId: string): Promise<GuideVersions> {
  const { rows: guides } = await tx.client.query(
    'select version from guides where station_id = $1 and id = $2',
    [tx.stationId, guideId],
  )
  if (!guides[0]) throw notFound()
  const { rows } = await tx.client.query({
    name: 'list-guide-versions',
    text: `select v.version, v.says, v.changed_at as "changedAt",
             (select o.name from officers o where o.station_id = $1 and o.id = v.changed_by) as "changedBy"
           from guide_versions v where v.station_id = $1 and v.guide_id = $2 order by v.version desc limit $3`,
    values: [tx.stationId, guideId, most + 1],
  })
  if (rows.length === 0)
    rows.push({
      version: guides[0].version,
      says: await readSays(tx, guideId),
      changedAt: null,
      changedBy: null,
    })
  return {
    items: rows.slice(0, most).map((row, index) => ({
      ...row,
      changedAt: row.changedAt?.toISOString() ?? null,
      changed: changedBetween(rows[index + 1]?.says ?? row.says, row.says),
    })),
  }
}

/** Both come out of the database, which keeps the fields of a document in one order. */
function changedBetween(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
}
