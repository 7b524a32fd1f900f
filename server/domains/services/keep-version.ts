import type { GuideChange, Material } from '../../../contract/services.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { contentKeys, wholeContent } from './guide-content.ts'
import type { GuideRow } from './views.ts'
import { guideColumns, materialsOf } from './views.ts'

/** What a guide says now, as a change could put it back. */
export async function readSays(tx: Tx, guideId: string): Promise<Omit<GuideChange, 'version'>> {
  const { rows } = await tx.client.query({
    name: 'read-guide-says',
    text: `select ${guideColumns} from guides where station_id = $1 and id = $2`,
    values: [tx.stationId, guideId],
  })
  const row = rows[0] as GuideRow
  const content = wholeContent(row.content)
  return {
    name: row.name,
    summary: row.summary,
    bookable: row.bookable,
    minutes: row.minutes,
    workingDays: row.working_days,
    expiresOn: row.expires_on,
    materials: (await materialsOf(tx, guideId)) as Material[],
    ...Object.fromEntries(contentKeys.map((key) => [key, content[key]])),
  }
}

/** Keeps a version as a row. One that is there already stays as it is: it was written by whoever made it. */
export async function keepVersion(
  tx: Tx,
  guideId: string,
  version: number,
  by: { officerId: string | null; at: Date | null },
): Promise<void> {
  await tx.db
    .insertInto('guideVersions')
    .values({
      stationId: tx.stationId,
      guideId,
      version,
      says: JSON.stringify(await readSays(tx, guideId)),
      changedBy: by.officerId,
      changedAt: by.at,
    })
    .onConflict((conflict) => conflict.columns(['stationId', 'guideId', 'version']).doNothing())
    .execute()
}
