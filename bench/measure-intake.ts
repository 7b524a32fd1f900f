import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { type LoadResult, runLoad } from './load.ts'
import { measureBareInserts } from './measure-bare-inserts.ts'
import { requestOf } from './raw-client.ts'
import type { BenchServer } from './start-bench-server.ts'

export type IntakeFigures = {
  bare: Record<string, number>
  intake: Record<string, LoadResult>
  /** Seconds after the load of 50 clients until the last message stood in its conversation. */
  filedAfter: number
  /** At half of what 50 clients reached, paced. */
  half: LoadResult
}

const sentences = [
  '我家门口的路灯坏了一个星期，晚上看不见路，请问找哪个？',
  '崽要上户口，没扯结婚证能上不？要带些什么东西？',
  '隔壁屋里天天放音响到半夜，讲了也不听，你们能不能来管一下',
  '有个电话说我涉嫌洗钱，要我把钱转到安全账户，是不是骗人的',
]

/**
 * Plans made while a table was empty go through all of it; autovacuum ends that within its first minute, and
 * measuring should not be about that minute.
 */
async function forgetTheEmptyTables(databaseUrl: string): Promise<void> {
  const owner = new pg.Client(databaseUrl)
  await owner.connect()
  await owner.query('analyze')
  await owner.end()
}

/** What a rush left on disk is filed and searchable before the next load begins. Returns the seconds until it was filed. */
async function waitUntilFiled(databaseUrl: string): Promise<number> {
  const owner = new pg.Client(databaseUrl)
  await owner.connect()
  const start = performance.now()
  const left = async (sql: string) => (await owner.query(sql)).rows.length > 0
  while (await left('select from arrivals limit 1')) await new Promise((resolve) => setTimeout(resolve, 100))
  const seconds = Math.round((performance.now() - start) / 100) / 10
  while (
    await left(`select from messages m where not exists (select from message_grams g
      where g.station_id = m.station_id and g.message_id = m.id) limit 1`)
  )
    await new Promise((resolve) => setTimeout(resolve, 500))
  await owner.end()
  return seconds
}

/** Messages over HTTP, each answered when it is on disk, beside the bare insert rate of the same database. */
export async function measureIntake(
  server: BenchServer,
  databaseUrl: string,
  seconds: number,
): Promise<IntakeFigures> {
  const cookies = await server.visit(50)
  const next = (client: number, turn: number) =>
    requestOf({
      method: 'POST',
      path: '/api/resident/messages',
      cookie: cookies[client % cookies.length]!,
      body: { clientKey: randomUUID(), body: sentences[turn % sentences.length]! },
    })
  const load = (clients: number, perSecond?: number) =>
    runLoad({ port: server.port, clients, seconds, next, expect: 201, ...(perSecond ? { perSecond } : {}) })
  await load(10)
  await forgetTheEmptyTables(databaseUrl)
  const bare: Record<string, number> = {}
  const intake: Record<string, LoadResult> = {}
  let filedAfter = 0
  for (const clients of [1, 10, 50]) {
    bare[clients] = await measureBareInserts(databaseUrl, clients, seconds)
    intake[clients] = await load(clients)
    filedAfter = await waitUntilFiled(databaseUrl)
  }
  const half = await load(50, Math.round(intake[50]!.perSecond / 2))
  return { bare, intake, filedAfter, half }
}
