import type { ScriptFile } from '../../../contract/files.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { invalid } from '../../platform/errors.ts'
import type { FileUse } from '../../platform/files/file-use.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { seenScripts, shownScripts, villagesOf } from './shown-scripts.ts'

/** As a version keeps it; the hash is what an exported library knows it by. */
export type KeptFile = ScriptFile & { sha256: string }

/** A picture or a document: no recording and no film, which nobody reads before sending. */
const sendable = `kind in ('photo', 'document') and media_type <> 'video/mp4'`
const columns = `id, kind, media_type as "mediaType", width, height, seconds, sha256`

/**
 * The files of a draft as they are kept, in the order given. Each is one that this officer put in herself or that stood
 * on a version of this script before. Throws `invalid` for any other.
 */
export async function checkScriptFiles(
  tx: Tx,
  officerId: string,
  scriptId: string | null,
  given: readonly { id: string; alt: string }[] = [],
): Promise<KeptFile[]> {
  if (given.length === 0) return []
  const { rows } = await tx.client.query(
    `select ${columns} from files f where station_id = $1 and id = any($2::uuid[]) and ${sendable}
       and (owner_kind = 'officer' and owner_id = $3 or exists (select from script_versions v where v.station_id = $1
         and v.script_id = $4 and v.files @> jsonb_build_array(jsonb_build_object('id', f.id))))`,
    [tx.stationId, given.map(({ id }) => id), officerId, scriptId],
  )
  const found = new Map<string, KeptFile>(rows.map((row) => [row.id, row]))
  if (new Set(given.map(({ id }) => id)).size < given.length)
    throw invalid('同一张图片加了两次，请去掉一张。')
  return given.map(({ id, alt }) => {
    const file = found.get(id)
    if (!file) throw invalid('有图片或文件没有传成功，或者不是图片和 PDF，请重新添加。')
    return { ...file, alt: alt.trim() }
  })
}

/** The same by their hashes, as an imported library names them; what is not there is missing in the answer. */
export async function filesByHash(
  tx: Tx,
  session: OfficerSession,
  hashes: readonly string[],
): Promise<Map<string, Omit<KeptFile, 'alt'>>> {
  if (hashes.length === 0) return new Map()
  const { rows } = await tx.client.query(
    `select ${columns}, owner_id = $3 as own from files where station_id = $1 and sha256 = any($2)
       and owner_kind = 'officer' and ${sendable} order by id`,
    [tx.stationId, hashes, session.officerId],
  )
  const others = rows.filter(({ own }) => !own).map(({ id }) => id as string)
  const seen = new Set(await seenScriptFiles(tx, session, others))
  return new Map(
    rows.filter(({ id, own }) => own || seen.has(id)).map(({ own: _, ...file }) => [file.sha256, file]),
  )
}

/** Those of the files that stand on a script she may see: approved or her own, where she is an auxiliary. */
export async function seenScriptFiles(
  tx: Tx,
  session: OfficerSession,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await tx.client.query(
    `select distinct f.file->>'id' as id from script_versions v
     cross join lateral jsonb_array_elements(v.files) as f(file)
     join ${shownScripts} s on s.id = v.script_id
     where v.station_id = $1 and v.files <> '[]' and f.file->>'id' = any($3::text[]) and ${seenScripts('s', '$4', '$5')}
       and ($4::uuid[] is null or v.drafted_by = $5 or exists (select from script_approvals a
         where a.station_id = $1 and a.script_id = v.script_id and a.version = v.version))`,
    [tx.stationId, stationDay(new Date()), ids, villagesOf(session), session.officerId],
  )
  return rows.map(({ id }) => id)
}

/** The files of these versions, by the script's id; those without any are not in it. */
export async function filesOfScripts(
  tx: Tx,
  scripts: readonly { scriptId: string; version: number }[],
): Promise<Map<string, ScriptFile[]>> {
  if (scripts.length === 0) return new Map()
  const { rows } = await tx.client.query({
    name: 'files-of-scripts',
    text: `select v.script_id as id, v.files from script_versions v
           join unnest($2::uuid[], $3::integer[]) as s(id, version) on v.script_id = s.id and v.version = s.version
           where v.station_id = $1 and v.files <> '[]'`,
    values: [tx.stationId, scripts.map(({ scriptId }) => scriptId), scripts.map(({ version }) => version)],
  })
  return new Map(rows.map(({ id, files }) => [id, files]))
}

/** Files of scripts are seen by who sees the script; a resident sees those that were sent to her, as her messages'. */
export const scriptFiles: FileUse = {
  officerMayRead: async (tx, session, fileId) =>
    session.permissions.has('scripts.read') && (await seenScriptFiles(tx, session, [fileId])).length > 0,
  residentMayRead: async () => false,
  async inUse(tx, fileIds) {
    const { rows } = await tx.client.query(
      `select distinct f.file->>'id' as id from script_versions v cross join lateral jsonb_array_elements(v.files) as f(file)
       where v.station_id = $1 and v.files <> '[]' and f.file->>'id' = any($2::text[])`,
      [tx.stationId, fileIds],
    )
    return rows.map(({ id }) => id)
  },
}
