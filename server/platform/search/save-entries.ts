import type { Tx } from '../tenancy.ts'
import { type Findable, makeEntry } from './make-entry.ts'

export type EntryKind = 'resident' | 'contact' | 'case'

/** Writes the index rows of these things; those of `ids` that are not among them are gone, and so is their row. */
export async function saveEntries(
  tx: Tx,
  kind: EntryKind,
  ids: readonly string[],
  things: readonly Findable[],
): Promise<void> {
  const there = new Set(things.map(({ id }) => id))
  const gone = ids.filter((id) => !there.has(id))
  if (gone.length > 0)
    await tx.client.query(
      'delete from search_entries where station_id = $1 and kind = $2 and object_id = any ($3::uuid[])',
      [tx.stationId, kind, gone],
    )
  if (things.length === 0) return
  // In one order everywhere, so that two writers wait for each other and never in a circle.
  const entries = things.map(makeEntry).toSorted((a, b) => a.id.localeCompare(b.id))
  await tx.client.query(
    `insert into search_entries as e (station_id, kind, object_id, words, keys, grams)
     select $1, $2, t.id, t.words, t.keys, t.grams::int[] from unnest($3::uuid[], $4::text[], $5::text[], $6::text[]) as t(id, words, keys, grams)
     on conflict (station_id, kind, object_id) do update
       set words = excluded.words, keys = excluded.keys, grams = excluded.grams
       where (e.words, e.keys, e.grams) is distinct from (excluded.words, excluded.keys, excluded.grams)`,
    [
      tx.stationId,
      kind,
      entries.map(({ id }) => id),
      entries.map(({ text }) => text),
      entries.map(({ keys }) => keys),
      entries.map(({ grams }) => `{${grams.join(',')}}`),
    ],
  )
}
