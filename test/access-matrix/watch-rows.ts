import assert from 'node:assert/strict'
import type { Pool } from '../../server/platform/database/pool.ts'

/** A gap in the numbers is an unused block, never a lost matter; a session notes that its holder was here. */
const moving = ['public.number_blocks', 'auth.session', 'auth.attempt']

/** Tells whether any row of any table came, went or changed between two looks. */
export async function watchRows(owner: Pool) {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth') order by 1`,
  )
  const text = tables
    .filter(({ name }) => !moving.includes(name))
    .map(({ name }) => `select '${name}', count(*), sum(hashtextextended(t::text, 0)::numeric) from ${name} t`)
    .join(' union all ')
  const look = async () => {
    const { rows } = await owner.query({ name: 'look', text, rowMode: 'array' })
    return rows as unknown as [string, string, string][]
  }
  const anywhere = tables
    .map(({ name }) => `select from ${name} t where position(to_jsonb($1::text)::text in to_jsonb(t)::text) > 0`)
    .join(' union all ')
  return {
    look,
    /** Whether the text stands somewhere, character for character, as a whole value. */
    async holds(text: string): Promise<boolean> {
      const { rowCount } = await owner.query({
        name: 'holds',
        text: `select where exists (${anywhere})`,
        values: [text],
      })
      return rowCount === 1
    },
    async expectUnchanged(before: [string, string, string][], what: string): Promise<void> {
      const after = await look()
      const changed = after.filter((row, at) => row.join() !== before[at]!.join()).map(([name]) => name)
      assert.deepEqual(changed, [], `${what} changed rows`)
    },
  }
}
