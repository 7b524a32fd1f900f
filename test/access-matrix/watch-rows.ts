import assert from 'node:assert/strict'
import type { Pool } from '../../server/platform/database/pool.ts'

/** A gap in the numbers is an unused block, never a lost matter; a session notes that its holder was here. */
const moving = ['public.number_blocks', 'auth.session', 'auth.attempt']

/** Tells whether any row of any table came, went or changed between two looks, and what the new ones hold. */
export async function watchRows(owner: Pool) {
  const { rows: names } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth') order by 1`,
  )
  const each = (text: (name: string) => string) => names.map(({ name }) => text(name)).join(' union all ')
  // Every write leaves a row of a newer transaction, or one row less.
  const states = each((name) => `select '${name}', count(*), sum(t.xmin::text::bigint) from ${name} t`)
  const now = `select 'now', 0, pg_snapshot_xmin(pg_current_snapshot())::text::bigint`
  const fresh = each(
    (name) => `select to_jsonb(t)::text as row from ${name} t where t.xmin::text::bigint >= $1::text::bigint`,
  )

  async function look() {
    const { rows } = await owner.query({ name: 'look', text: `${now} union all ${states}`, rowMode: 'array' })
    const [first, ...tables] = rows as unknown as string[][]
    return { tables, since: first![2]! }
  }
  type Look = Awaited<ReturnType<typeof look>>

  return {
    look,
    async expectUnchanged(before: Look, what: string): Promise<void> {
      const after = await look()
      const changed = after.tables
        .filter((row, at) => row.join() !== before.tables[at]!.join())
        .map(([name]) => name!)
        .filter((name) => !moving.includes(name))
      assert.deepEqual(changed, [], `${what} changed rows`)
    },
    /** Those of the texts that stand, character for character as a whole value, in no row written since the look. */
    async findLost(texts: string[], before: Look): Promise<string[]> {
      const { rows } = await owner.query({
        name: 'find-lost',
        text: `with fresh as materialized (${fresh})
          select text from unnest($2::text[]) as text
          where not exists (select from fresh where position(to_jsonb(text)::text in fresh.row) > 0)`,
        values: [before.since, texts],
      })
      return rows.map((row) => row.text)
    },
  }
}
