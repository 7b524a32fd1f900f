import type { ScriptFile } from '../../../../contract/files.ts'
import type { Library } from '../../../../contract/vocabulary.ts'
import { contentHash } from '../../../platform/content-hash.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { Draft } from '../check-draft.ts'
import { standingOf } from '../shown-scripts.ts'

/** Where a script stands that was delivered once. */
export type ScriptStanding = {
  id: string
  library: Library
  /** Under which it is delivered, and what was last laid before the station; null: loaded before that was kept. */
  code: string
  lastHash: string
  retired: boolean
  /** What is in use, or the newest version where nothing is. */
  present: { version: number; says: Draft; files: ScriptFile[]; hash: string }
  /** The words as they were last delivered into a version. */
  base: Draft | null
  /** The station has words of its own in use. */
  changed: boolean
  /** A colleague's newer version is on its way. */
  draftUnderWay: boolean
  /** Nobody has approved anything, nor written anything: the delivered draft still waits. */
  untouched: boolean
  newest: number
}

const says = (alias: string) => `jsonb_build_object('title', ${alias}.title, 'body', ${alias}.body,
  'keywords', ${alias}.keywords, 'basis', ${alias}.basis, 'expiresOn', ${alias}.expires_on, 'topic', ${alias}.topic,
  'spoken', ${alias}.spoken, 'stage', ${alias}.stage, 'sources', ${alias}.sources, 'askedAs', ${alias}.asked_as)`

/** Of these scripts, or of all that were delivered. */
export async function readScriptStandings(tx: Tx, ids: string[] | null = null): Promise<ScriptStanding[]> {
  const { rows } = await tx.client.query({
    name: 'script-standings',
    text: `select s.id, s.scenario as library, s.delivered_code as code, s.delivered_hash, s.retired_at is not null as retired,
        n.approved, n.newest, v.version, ${says('v')} as present, v.files, w.drafted_by as newest_by, ${standingOf('w')} as standing,
        (select ${says('b')} from script_versions b where b.station_id = $1 and b.script_id = s.id and b.drafted_by is null
          order by b.version desc limit 1) as base
      from scripts s
      cross join lateral (select max(w.version) as newest, max(a.version) as approved from script_versions w
        left join script_approvals a on a.station_id = $1 and a.script_id = w.script_id and a.version = w.version
        where w.station_id = $1 and w.script_id = s.id) n
      join script_versions v on v.station_id = $1 and v.script_id = s.id and v.version = coalesce(n.approved, n.newest)
      join script_versions w on w.station_id = $1 and w.script_id = s.id and w.version = n.newest
      where s.station_id = $1 and s.delivered_code is not null and ($2::uuid[] is null or s.id = any ($2))`,
    values: [tx.stationId, ids],
  })
  return rows.map((row) => {
    const hash = contentHash(row.present)
    const baseHash = row.base && contentHash(row.base)
    return {
      id: row.id,
      library: row.library,
      code: row.code,
      lastHash: row.delivered_hash ?? baseHash ?? '',
      retired: row.retired,
      present: { version: row.version, says: row.present, files: row.files, hash },
      base: row.base,
      changed: hash !== baseHash,
      draftUnderWay: row.newest !== row.version && row.newest_by !== null && row.standing !== 'sent_back',
      untouched: row.approved === null && row.newest_by === null,
      newest: row.newest,
    }
  })
}

/** What was last laid before the station, for the next edition to be compared with. */
export async function markScript(tx: Tx, id: string, hash: string): Promise<void> {
  await tx.client.query({
    name: 'mark-delivered-script',
    text: 'update scripts set delivered_hash = $3 where station_id = $1 and id = $2',
    values: [tx.stationId, id, hash],
  })
}
