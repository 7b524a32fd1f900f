import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from '../context.ts'
import { writeEvents } from '../events/write-events.ts'
import { firstIdAt, newId } from '../id.ts'
import { inStation, type Tx } from '../tenancy.ts'
import type { FileStore } from './file-store.ts'
import type { FileUse } from './file-use.ts'

const dayMs = 24 * 3_600_000
const pageSize = 500

export type Swept = { rows: number; bytes: number }

/**
 * Removes files that hang on nothing a day after they came: first their rows, then bytes that no row names.
 * Run again it finds nothing. `bytes` counts the pieces removed from the store.
 */
export async function sweepFiles(
  context: Pick<Context, 'pool' | 'files'>,
  stationId: string,
  uses: FileUse[],
  now = new Date(),
): Promise<Swept> {
  const until = new Date(now.getTime() - dayMs)
  let rows = 0
  let after: string | null = firstIdAt(new Date(0))
  while (after) {
    const from: string = after
    const page = await inStation(context.pool, stationId, (tx) => sweepRows(tx, uses, from, until))
    rows += page.removed
    after = page.next
  }
  const named = await inStation(context.pool, stationId, namedHashes)
  return { rows, bytes: await sweepBytes(context.files, stationId, named, until) }
}

async function sweepRows(tx: Tx, uses: FileUse[], after: string, until: Date) {
  // Locked: a message that takes a file along at this moment waits, and then finds it gone.
  const { rows } = await tx.client.query(
    'select id from files where station_id = $1 and id > $2 and id < $3 order by id limit $4 for update',
    [tx.stationId, after, firstIdAt(until), pageSize],
  )
  const ids: string[] = rows.map((row) => row.id)
  const used = new Set((await Promise.all(uses.map((use) => use.inUse(tx, ids)))).flat())
  const unused = ids.filter((id) => !used.has(id))
  await tx.client.query('delete from files where station_id = $1 and id = any($2::uuid[])', [
    tx.stationId,
    unused,
  ])
  await writeEvents(
    tx,
    { kind: 'system', id: null },
    unused.map((id) => ({ name: 'file.removed', subject: { kind: 'file', id } })),
  )
  return { removed: unused.length, next: ids.length === pageSize ? ids.at(-1)! : null }
}

async function namedHashes(tx: Tx): Promise<Set<string>> {
  const { rows } = await tx.client.query(
    'select sha256, shown_sha256, thumb_sha256 from files where station_id = $1',
    [tx.stationId],
  )
  return new Set(rows.flatMap((row) => [row.sha256, row.shown_sha256, row.thumb_sha256]))
}

async function sweepBytes(
  store: FileStore,
  stationId: string,
  named: Set<string>,
  until: Date,
): Promise<number> {
  const root = join(store.root, stationId)
  let removed = 0
  for (const folder of await readdir(root).catch(() => []))
    for (const name of await readdir(join(root, folder)).catch(() => [])) {
      const path = join(root, folder, name)
      if (!named.has(name) && (await isOlder(path, until)) && (await remove(store, stationId, path, until)))
        removed++
    }
  return removed
}

/** Moved aside, looked at again, removed: an upload of the same bytes in between has put a new file in its place. */
async function remove(store: FileStore, stationId: string, path: string, until: Date): Promise<boolean> {
  const aside = join(store.root, stationId, 'incoming', newId())
  await rename(path, aside)
  if (await isOlder(aside, until)) {
    await rm(aside)
    return true
  }
  await rename(aside, path)
  return false
}

async function isOlder(path: string, until: Date): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && found.mtime < until
}
