import type { DraftStanding, Library } from '../../../contract/vocabulary.ts'
import { notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import type { Draft } from './check-draft.ts'
import type { KeptFile } from './script-files.ts'
import { standingOf } from './shown-scripts.ts'

export type LockedScript = {
  id: string
  library: Library
  retiredAt: Date | null
  newest: number
  approved: number | null
  /** When the newest version was written, or written anew. */
  draftedAt: Date
  /** Who drafted the newest version; null: delivered with the software. */
  draftedBy: string | null
  /** Who drafted the version in use; null too where none is. */
  approvedDraftedBy: string | null
  /** Of the newest version, as if nobody had approved it. */
  standing: DraftStanding
  expiresOn: string
}

/** The script and where its versions stand, locked: whoever comes second sees what the first one did. */
export async function lockScript(tx: Tx, id: string): Promise<LockedScript> {
  const locked = await tx.client.query({
    name: 'lock-script',
    text: 'select retired_at, scenario from scripts where station_id = $1 and id = $2 for update',
    values: [tx.stationId, id],
  })
  if (!locked.rows[0]) throw notFound()
  const { rows } = await tx.client.query({
    name: 'read-locked-script',
    text: `select v.version, v.drafted_by, v.drafted_at, v.expires_on, ${standingOf('v')} as standing,
             (select max(a.version) from script_approvals a where a.station_id = $1 and a.script_id = $2) as approved,
             (select w.drafted_by from script_approvals a join script_versions w on w.station_id = $1 and w.script_id = $2
               and w.version = a.version where a.station_id = $1 and a.script_id = $2 order by a.version desc limit 1) as approved_drafter
           from script_versions v where v.station_id = $1 and v.script_id = $2 order by v.version desc limit 1`,
    values: [tx.stationId, id],
  })
  const newest = rows[0]!
  return {
    id,
    library: locked.rows[0].scenario,
    retiredAt: locked.rows[0].retired_at,
    newest: newest.version,
    approved: newest.approved,
    draftedAt: newest.drafted_at,
    draftedBy: newest.drafted_by,
    approvedDraftedBy: newest.approved_drafter,
    standing: newest.standing,
    expiresOn: newest.expires_on,
  }
}

export async function insertVersion(
  tx: Tx,
  scriptId: string,
  version: number,
  words: Draft,
  draftedBy: string | null,
  files: KeptFile[] = [],
): Promise<void> {
  await tx.db
    .insertInto('scriptVersions')
    .values({ stationId: tx.stationId, scriptId, version, ...words, files: JSON.stringify(files), draftedBy })
    .execute()
}

/** Writes an own draft anew that nobody else has been asked to look at. */
export async function rewriteVersion(
  tx: Tx,
  scriptId: string,
  version: number,
  words: Draft,
  files: KeptFile[],
): Promise<void> {
  await tx.db
    .updateTable('scriptVersions')
    .set({ ...words, files: JSON.stringify(files), draftedAt: new Date() })
    .where('stationId', '=', tx.stationId)
    .where('scriptId', '=', scriptId)
    .where('version', '=', version)
    .execute()
}

/** A step of a version: who did it, and with what words. */
export async function insertStep(
  tx: Tx,
  step: {
    scriptId: string
    version: number
    kind: 'submitted' | 'sent_back' | 'withdrawn'
    officerId: string | null
    words?: string
  },
): Promise<void> {
  await tx.db
    .insertInto('scriptSteps')
    .values({ stationId: tx.stationId, id: newId(), words: '', ...step })
    .execute()
}
