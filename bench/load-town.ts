import { scenarios } from '../contract/vocabulary.ts'
import { createRandom } from '../database/demo/random.ts'
import { fillSlots } from '../database/demo/talk/slots.ts'
import { talk } from '../database/demo/talk/talk.ts'
import { entriesConsumer, indexEverything } from '../server/domains/search/index-entries.ts'
import type { Client, Pool } from '../server/platform/database/pool.ts'
import { newId } from '../server/platform/id.ts'
import { gramsOf } from '../server/platform/search/grams.ts'
import { soundGramsOf } from '../server/platform/search/sounds.ts'
import { inStation } from '../server/platform/tenancy.ts'
import { fillConversations, fillRegister, loadIdFunction } from './load-town-sql.ts'

export type LoadTownOptions = {
  /** The owner's connections: checking a million foreign keys one by one would take longer than all the rest. */
  pool: Pool
  /** An existing station to fill; otherwise a new one is made. */
  stationId?: string
  messages?: number
  residents?: number
  onProgress?: (done: number, total: number, label: string) => void
}

const messagesEach = 4
const historyMs = 425 * 86_400_000
const conversationsAtOnce = 20_000
/** Different texts in the town; more are only slower to make. */
const texts = 30_000

/**
 * A town of any size for measuring, made by the database itself: households, residents and their doors, conversations
 * of four messages each over fourteen months, nearly all closed, with readings, closures, events and the search index.
 */
export async function buildLoadTown(
  options: LoadTownOptions,
): Promise<{ stationId: string; villageIds: string[] }> {
  const { pool, messages = 1_000_000, residents = 8_000, onProgress } = options
  const conversations = Math.ceil(messages / messagesEach)
  const steps = Math.ceil(conversations / conversationsAtOnce) + 4
  let done = 0
  const report = (label: string) => onProgress?.(++done, steps, label)
  const client = await pool.connect()
  try {
    const stationId = options.stationId ?? (await addStation(pool))
    const since = Date.now() - historyMs
    await client.query(
      `set session_replication_role = replica; set app.station_id = '${stationId}'; set app.load_since = '${since}'`,
    )
    await client.query(loadIdFunction)
    const definitions = [
      await dropSearchIndex(client, 'message_grams_find'),
      await dropSearchIndex(client, 'message_sounds_find'),
    ]
    await fillTexts((text, values) => client.query(text, values))
    await client.query(fillRegister, [stationId, residents])
    report('residents')
    for (let from = 0; from < conversations; from += conversationsAtOnce) {
      const until = Math.min(conversations, from + conversationsAtOnce)
      for (const sql of fillConversations)
        await client.query(sql, [stationId, from, until, conversations, residents])
      report('messages')
    }
    await client.query(`set maintenance_work_mem = '512MB'`)
    for (const definition of definitions) await client.query(definition)
    report('search index')
    await client.query(passConsumers, [stationId])
    await inStation(pool, stationId, indexEverything)
    report('people')
    await client.query('analyze')
    report('statistics')
    const { rows } = await client.query('select id from villages where station_id = $1 order by position', [
      stationId,
    ])
    return { stationId, villageIds: rows.map((row) => row.id) }
  } finally {
    await client.query('reset all; drop table if exists load_texts').catch(() => {})
    client.release()
  }
}

/** Filling it row by row would take longer than all the rest. Returns the statement that makes it again. */
async function dropSearchIndex(client: Client, name: string): Promise<string> {
  const { rows } = await client.query('select indexdef from pg_indexes where indexname = $1', [name])
  await client.query(`drop index ${name}`)
  return rows[0].indexdef
}

/** Jobs, search index and audit seals begin behind the town: a server would otherwise work through its history meanwhile. */
const passConsumers = `
  insert into feed_cursors (station_id, consumer, feed_cursor)
  select $1, unnest(array['reactions', 'search', 'audit', '${entriesConsumer}']),
    (select e.xact || '.' || e.id from events e where e.station_id = $1 order by e.xact desc, e.id desc limit 1)
  on conflict (station_id, consumer) do update set feed_cursor = excluded.feed_cursor`

async function addStation(pool: Pool): Promise<string> {
  const stationId = newId()
  const code = String(430_182_000 + Math.floor(Math.random() * 900) + 100)
  await pool.query(`insert into stations (id, code, name) values ($1, $2, '测量镇派出所')`, [stationId, code])
  return stationId
}

/** Texts with their search grams in a temporary table, in the words of the demo town: even ones are asked, odd ones answered. */
async function fillTexts(query: (text: string, values?: unknown[]) => Promise<unknown>): Promise<void> {
  const random = createRandom(1, 'load')
  const topics = scenarios.flatMap((scenario) => talk[scenario])
  const said = [
    topics.flatMap(({ asks }) => asks),
    topics.flatMap(({ answers, ends }) => [...answers, ...ends]),
  ]
  const bodies = Array.from({ length: texts }, (_, index) => {
    const village = random.pick(['东村', '西村', '河边村', '茶山村'])
    const text = fillSlots(random.pick(said[index % 2]!), random, village, random.int(1, 30))
    const before =
      index % 2 ? '' : random.pick(['', '你好，', '请问一下，', '麻烦问下，', `我是${village}的，`])
    return `${before}${text}${random.pick(['', '，谢谢', '，有事再说', `，电话尾号${random.int(1000, 9999)}`])}`
  })
  await query('create temp table load_texts (id int primary key, body text, grams int[], sounds int[])')
  await query(
    'insert into load_texts select i, b, g::int[], s::int[] from unnest($1::int[], $2::text[], $3::text[], $4::text[]) as t(i, b, g, s)',
    [
      bodies.map((_, index) => index),
      bodies,
      bodies.map((body) => `{${gramsOf(body).join(',')}}`),
      bodies.map((body) => `{${soundGramsOf(body).join(',')}}`),
    ],
  )
  await query('analyze load_texts')
}
