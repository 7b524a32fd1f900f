import type { RetrainingReport } from '../../../contract/triage-models.ts'
import type { Scenario } from '../../../contract/vocabulary.ts'
import type { Pool } from '../../platform/database/pool.ts'
import { writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { learnedModel, readCorrections } from './learned-model.ts'
import { applyCorrections, type Correction } from './triage/apply-corrections.ts'
import { inEarnest } from './triage/held-out-rows.ts'
import { measureModel, refuseCandidate, worstMistakes } from './triage/judge-candidate.ts'
import { starterModel, type TriageModel } from './triage/model.ts'
import { packChanges } from './triage/model-changes.ts'
import { readMessage } from './triage/read-message.ts'

/** So many of the station's last messages are read by both models. */
const recentMessages = 500

/**
 * Makes a candidate from the delivered weights and the station's corrections, and a report of what would change.
 * It reads no message of anybody until a person puts it into use. Does nothing when the last one was made of the same.
 */
export async function trainCandidate(pool: Pool, stationId: string, askedBy: string | null): Promise<void> {
  const known = await inStation(pool, stationId, readKnown)
  if (known.corrections.length === 0) return
  // Some seconds of counting: no connection waits for it.
  const candidate = applyCorrections(starterModel, known.corrections)
  if (known.versions.includes(candidate.version)) return
  const before = measureModel(inEarnest, known.current)
  const after = measureModel(inEarnest, candidate)
  const report: RetrainingReport = {
    before,
    after,
    tested: testOnNewest(known.corrections, known.current),
    recent: compareRecent(known.recent, known.current, candidate),
    mistakes: worstMistakes(inEarnest, candidate, 10),
  }
  await inStation(pool, stationId, async (tx) => {
    // Of two that were asked for at once, the second finds the first one's.
    await tx.client.query(`select pg_advisory_xact_lock(hashtextextended('train ' || $1::text, 0))`, [
      stationId,
    ])
    if ((await readVersions(tx)).includes(candidate.version)) return
    await keepCandidate(tx, askedBy, candidate, {
      corrections: known.corrections.length,
      report,
      refused: refuseCandidate(before, after),
    })
  })
}

async function readKnown(tx: Tx) {
  const { rows } = await tx.client.query(
    `select body from messages where station_id = $1 and direction = 'inbound' and body <> ''
     order by received_at desc limit ${recentMessages}`,
    [tx.stationId],
  )
  return {
    corrections: await readCorrections(tx),
    current: await learnedModel(tx),
    versions: await readVersions(tx),
    recent: rows.map(({ body }) => body as string),
  }
}

/** Of the newest candidate only: an older one may be made again. */
async function readVersions(tx: Tx): Promise<string[]> {
  const { rows } = await tx.client.query(
    `select version from triage_models where station_id = $1 order by id desc limit 1`,
    [tx.stationId],
  )
  return rows.map(({ version }) => version)
}

async function keepCandidate(
  tx: Tx,
  askedBy: string | null,
  candidate: TriageModel,
  made: { corrections: number; report: RetrainingReport; refused: ReturnType<typeof refuseCandidate> },
): Promise<void> {
  const id = newId()
  await tx.db
    .insertInto('triageModels')
    .values({
      stationId: tx.stationId,
      id,
      version: candidate.version,
      baseVersion: starterModel.version,
      corrections: made.corrections,
      changes: packChanges(starterModel, candidate),
      report: JSON.stringify(made.report),
      refused: made.refused,
      askedBy,
    })
    .execute()
  await writeEvents(tx, { kind: 'system', id: null }, [
    { name: 'triage.retrained', subject: { kind: 'triage_model', id }, data: { version: candidate.version } },
  ])
}

/** A fifth of the corrections, the newest, read by the model in use and by one that was taught the others only. */
function testOnNewest(corrections: Correction[], current: TriageModel): RetrainingReport['tested'] {
  const cut = Math.floor(corrections.length * 0.8)
  const newest = corrections.slice(cut)
  const taught = applyCorrections(starterModel, corrections.slice(0, cut))
  const right = (model: TriageModel) =>
    newest.filter(({ text, scenario }) => readMessage({ text, villages: [] }, model).scenario === scenario)
      .length
  return { count: newest.length, rightBefore: right(current), rightAfter: right(taught) }
}

function compareRecent(
  bodies: string[],
  current: TriageModel,
  candidate: TriageModel,
): RetrainingReport['recent'] {
  const moves = new Map<string, { from: Scenario; to: Scenario; count: number }>()
  for (const body of bodies) {
    const from = readMessage({ text: body, villages: [] }, current).scenario
    const to = readMessage({ text: body, villages: [] }, candidate).scenario
    if (from === to) continue
    const move = moves.get(`${from} ${to}`) ?? { from, to, count: 0 }
    move.count += 1
    moves.set(`${from} ${to}`, move)
  }
  const all = [...moves.values()].sort((a, b) => b.count - a.count)
  return { messages: bodies.length, changed: all.reduce((sum, { count }) => sum + count, 0), moves: all }
}
