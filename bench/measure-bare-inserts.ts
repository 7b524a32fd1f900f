import { randomUUID } from 'node:crypto'
import pg from 'pg'

/**
 * The ceiling for the intake: one row a statement and commit into a bare table (a key, a text, a time), prepared, by so many
 * writers over at most 20 connections. Rows a second.
 */
export async function measureBareInserts(url: string, connections: number, seconds: number): Promise<number> {
  // More connections than that are slower on two cores, and the server under measurement needs some too.
  const pool = new pg.Pool({ connectionString: url, max: Math.min(connections, 20) })
  await pool.query(
    'create table if not exists bare (id uuid primary key, body text not null, at timestamptz not null default now())',
  )
  const end = performance.now() + seconds * 1000
  let count = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        await pool.query({
          name: 'bare',
          text: 'insert into bare (id, body) values ($1, $2)',
          values: [randomUUID(), '我家门口的路灯坏了一个星期，晚上看不见路，请问找哪个？'],
        })
        count++
      }
    }),
  )
  await pool.query('drop table bare')
  await pool.end()
  return Math.round(count / seconds)
}
