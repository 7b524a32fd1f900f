import type { NewScriptVersion } from '../../../contract/scripts.ts'
import { notFound } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'

export type LockedScript = {
  id: string
  retiredAt: Date | null
  newest: number
  approved: number | null
  /** Who drafted the newest version; null: delivered with the software. */
  draftedBy: string | null
  expiresOn: string
}

/** The script and where its versions stand, locked: whoever comes second sees what the first one did. */
export async function lockScript(tx: Tx, id: string): Promise<LockedScript> {
  const locked = await tx.client.query({
    name: 'lock-script',
    text: 'select retired_at from scripts where station_id = $1 and id = $2 for update',
    values: [tx.stationId, id],
  })
  if (!locked.rows[0]) throw notFound()
  const { rows } = await tx.client.query({
    name: 'read-locked-script',
    text: `select v.version, v.drafted_by, v.expires_on,
             (select max(a.version) from script_approvals a where a.station_id = $1 and a.script_id = $2) as approved
           from script_versions v where v.station_id = $1 and v.script_id = $2 order by v.version desc limit 1`,
    values: [tx.stationId, id],
  })
  const newest = rows[0]!
  return {
    id,
    retiredAt: locked.rows[0].retired_at,
    newest: newest.version,
    approved: newest.approved,
    draftedBy: newest.drafted_by,
    expiresOn: newest.expires_on,
  }
}

export async function insertVersion(
  tx: Tx,
  scriptId: string,
  version: number,
  words: NewScriptVersion,
  draftedBy: string | null,
): Promise<void> {
  await tx.db
    .insertInto('scriptVersions')
    .values({
      stationId: tx.stationId,
      scriptId,
      version,
      title: words.title,
      body: words.body,
      keywords: words.keywords,
      basis: words.basis,
      expiresOn: words.expiresOn,
      draftedBy,
    })
    .execute()
}
