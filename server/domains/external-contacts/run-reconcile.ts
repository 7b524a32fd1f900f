import type { ReconcilePart } from '../../../contract/vocabulary.ts'
import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import type { Pool } from '../../platform/database/pool.ts'
import { writeEvents } from '../../platform/events/write-events.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'

export type Finding = { kind: 'added' | 'changed' | 'ended'; userId: string; subjectId: string }

/** How a comparison tells what it does. Each step is there for everybody to see, and renews the worker's hold. */
export type Progress = {
  stationId: string
  begin: (total: number) => Promise<void>
  /** Counts in the transaction that took over what was found. */
  note: (tx: Tx, done: number, findings: Finding[]) => Promise<void>
}

type Work = (progress: Progress) => Promise<void>

const leaseSeconds = 120
const mostTries = 8

/**
 * Runs the comparison that somebody asked for, if there is one and nobody is at it. One whose worker died is begun
 * again from the start: all of it may be done twice. What the server refuses ends it with the reason; what it does not
 * answer is tried again a minute later.
 */
export async function runReconcile(
  pool: Pool,
  stationId: string,
  part: ReconcilePart,
  work: Work,
): Promise<void> {
  const run = await take(pool, stationId, part)
  if (!run) return
  const set = (tx: Tx, columns: string, values: unknown[]) =>
    tx.client.query(
      `update wecom_reconciles set ${columns}, leased_until = clock_timestamp() + interval '${leaseSeconds} seconds'
       where station_id = $1 and id = $2 and finished_at is null`,
      [stationId, run.id, ...values],
    )
  try {
    await work({
      stationId,
      begin: (total) => inStation(pool, stationId, async (tx) => void (await set(tx, 'total = $3', [total]))),
      note: async (tx, done, findings) => {
        const count = (kind: string) => findings.filter((finding) => finding.kind === kind).length
        await set(tx, 'done = done + $3, added = added + $4, changed = changed + $5, ended = ended + $6', [
          done,
          count('added'),
          count('changed'),
          count('ended'),
        ])
        await keepFindings(tx, run.id, findings)
      },
    })
    await inStation(pool, stationId, (tx) => finish(tx, run.id, part, null))
  } catch (error) {
    if (!(error instanceof ApiError)) {
      await putOff(pool, stationId, run.id)
      throw error
    }
    const code = String(error.errcode ?? error.kind)
    if (error.kind === 'refused' || run.tries >= mostTries)
      await inStation(pool, stationId, (tx) => finish(tx, run.id, part, code))
    else await putOff(pool, stationId, run.id)
  }
}

async function take(
  pool: Pool,
  stationId: string,
  part: ReconcilePart,
): Promise<{ id: string; tries: number } | null> {
  return inStation(pool, stationId, async (tx) => {
    const { rows } = await tx.client.query({
      name: 'take-reconcile',
      text: `update wecom_reconciles set started_at = coalesce(started_at, clock_timestamp()), tries = tries + 1, done = 0, total = 0,
          added = 0, changed = 0, ended = 0, leased_until = clock_timestamp() + interval '${leaseSeconds} seconds'
        where station_id = $1 and part = $2 and finished_at is null and coalesce(leased_until, '-infinity') < clock_timestamp()
        returning id, tries`,
      values: [stationId, part],
    })
    if (!rows[0]) return null
    await tx.client.query('delete from wecom_findings where station_id = $1 and reconcile_id = $2', [
      stationId,
      rows[0].id,
    ])
    return rows[0]
  })
}

async function putOff(pool: Pool, stationId: string, id: string): Promise<void> {
  await inStation(pool, stationId, (tx) =>
    tx.client.query(
      `update wecom_reconciles set leased_until = clock_timestamp() + interval '1 minute' where station_id = $1 and id = $2`,
      [stationId, id],
    ),
  )
}

async function keepFindings(tx: Tx, id: string, findings: Finding[]): Promise<void> {
  if (findings.length === 0) return
  await tx.client.query(
    `insert into wecom_findings (station_id, reconcile_id, kind, user_id, subject_id)
     select $1, $2, f.kind, f.user_id, f.subject_id from unnest($3::text[], $4::text[], $5::uuid[]) as f(kind, user_id, subject_id)`,
    [
      tx.stationId,
      id,
      findings.map(({ kind }) => kind),
      findings.map(({ userId }) => userId),
      findings.map(({ subjectId }) => subjectId),
    ],
  )
}

async function finish(tx: Tx, id: string, part: ReconcilePart, failCode: string | null): Promise<void> {
  const { rows } = await tx.client.query(
    `update wecom_reconciles set finished_at = clock_timestamp(), fail_code = $3, leased_until = null
     where station_id = $1 and id = $2 and finished_at is null returning added, changed, ended`,
    [tx.stationId, id, failCode],
  )
  if (!rows[0]) return
  await writeEvents(tx, { kind: 'system', id: null }, [
    { name: 'reconcile.finished', subject: { kind: 'reconcile', id }, data: { part, failCode, ...rows[0] } },
  ])
}
