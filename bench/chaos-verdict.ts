import type { Pool } from '../server/platform/database/pool.ts'
import { inStation } from '../server/platform/tenancy.ts'

/** What a sender knows of one message: its words carry its key. `acked` is the id the server answered with. */
export type Attempt = { key: string; acked: string | null }

export type Verdict = {
  sent: number
  acknowledged: number
  /** Answered, and not there. */
  lost: number
  /** There more than once: as a message, an event, or a conversation opened twice. */
  duplicated: number
  /** There, and never sent. */
  unexpected: number
  /** Never answered, and there all the same: allowed. */
  recovered: number
}

const fileMs = 15_000

/** What a killed process took is filed by the next one within seconds; a message that stays behind counts as lost. */
export async function waitUntilFiled(pool: Pool, stationId: string): Promise<void> {
  for (const limit = Date.now() + fileMs; Date.now() < limit; ) {
    const { rows } = await inStation(pool, stationId, ({ client }) =>
      client.query('select exists (select from arrivals where station_id = $1) as waiting', [stationId]),
    )
    if (!rows[0].waiting) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Compares what was sent with what stands in the database. Every message's body is `chaos <key>`. */
export async function judge(pool: Pool, stationId: string, attempts: Attempt[]): Promise<Verdict> {
  const { messages, events, empty } = await inStation(pool, stationId, async ({ client }) => ({
    messages: (
      await client.query(`select id, body from messages where station_id = $1 and body like 'chaos %'`, [
        stationId,
      ])
    ).rows,
    events: (
      await client.query(
        `select subject_id, count(*) from events where station_id = $1 and name = 'message.received' group by 1`,
        [stationId],
      )
    ).rows,
    empty: (
      await client.query(
        `select count(*) from conversations c where station_id = $1
         and not exists (select from messages m where m.station_id = $1 and m.conversation_id = c.id)`,
        [stationId],
      )
    ).rows[0].count as number,
  }))
  const byKey = new Map<string, string[]>()
  for (const { id, body } of messages) byKey.set(body.slice(6), [...(byKey.get(body.slice(6)) ?? []), id])
  const eventsOf = new Map(events.map((row) => [row.subject_id, row.count]))
  const known = new Set(attempts.map((attempt) => attempt.key))
  const verdict = {
    sent: attempts.length,
    acknowledged: 0,
    lost: 0,
    duplicated: empty,
    unexpected: 0,
    recovered: 0,
  }
  for (const { key, acked } of attempts) {
    const ids = byKey.get(key) ?? []
    if (acked) verdict.acknowledged++
    if (acked && !ids.includes(acked)) verdict.lost++
    if (!acked && ids.length > 0) verdict.recovered++
    verdict.duplicated += Math.max(0, ids.length - 1)
  }
  for (const [key, ids] of byKey) {
    if (!known.has(key)) verdict.unexpected++
    for (const id of ids) {
      const told = eventsOf.get(id) ?? 0
      if (told === 0) verdict.lost++
      verdict.duplicated += Math.max(0, told - 1)
    }
  }
  return verdict
}
