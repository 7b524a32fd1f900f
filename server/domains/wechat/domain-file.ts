import type { Static } from 'typebox'
import type { DomainFile } from '../../../contract/wechat.ts'
import type { Context } from '../../platform/context.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { listStations } from '../officers/views.ts'

type File = Static<typeof DomainFile>

/**
 * The file by which WeCom sees that a domain is ours (WW_verify_….txt at its root), as the administrator pasted it. One a
 * station: another one takes its place. What WeCom has checked once it may check again, so it stays.
 */
export async function setDomainFile(tx: Tx, actor: Actor, file: File): Promise<{ done: true }> {
  const { rowCount } = await tx.client.query(
    `insert into wechat_domain_files as f (station_id, name, content, set_by) values ($1, $2, $3, $4)
     on conflict (station_id) do update set name = excluded.name, content = excluded.content,
       set_at = clock_timestamp(), set_by = excluded.set_by
     where (f.name, f.content) is distinct from (excluded.name, excluded.content)`,
    [tx.stationId, file.name, file.content, actor.id],
  )
  // A second tap changes nothing.
  if (rowCount === 0) return { done: true }
  await writeEvents(tx, actor, [
    {
      name: 'wechat.domain_file_set',
      subject: { kind: 'station', id: tx.stationId },
      data: { name: file.name },
    },
  ])
  return { done: true }
}

export async function readDomainFile(tx: Tx): Promise<(File & { setAt: string }) | null> {
  const { rows } = await tx.client.query(
    'select name, content, set_at from wechat_domain_files where station_id = $1',
    [tx.stationId],
  )
  return rows[0]
    ? { name: rows[0].name, content: rows[0].content, setAt: rows[0].set_at.toISOString() }
    : null
}

const keptMs = 5000
const keptBy = new WeakMap<object, { at: number; files: Promise<Map<string, string>> }>()

/** What stands at the root of this server: all stations share it. Asked by anybody, so it is kept a few seconds. */
export async function findDomainFile(context: Pick<Context, 'pool'>, name: string): Promise<string | null> {
  let kept = keptBy.get(context.pool)
  if (!kept || performance.now() - kept.at >= keptMs) {
    kept = { at: performance.now(), files: listFiles(context) }
    keptBy.set(context.pool, kept)
    kept.files.catch(() => keptBy.delete(context.pool))
  }
  return (await kept.files).get(name) ?? null
}

/** After a change this process looks again at once, the others within seconds. */
export function forgetDomainFiles(context: Pick<Context, 'pool'>): void {
  keptBy.delete(context.pool)
}

async function listFiles({ pool }: Pick<Context, 'pool'>): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const { id } of await listStations(pool)) {
    const file = await inStation(pool, id, readDomainFile)
    if (file && !files.has(file.name)) files.set(file.name, file.content)
  }
  return files
}
