import type { RetrainingReport } from '../../../contract/triage-models.ts'
import type { Scenario } from '../../../contract/vocabulary.ts'
import { writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
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
export async function trainCandidate(tx: Tx, askedBy: string | null): Promise<void> {
  const corrections = await readCorrections(tx)
  if (corrections.length === 0) return
  const candidate = applyCorrections(starterModel, corrections)
  const { rows } = await tx.client.query(
    `select version from triage_models where station_id = $1 order by id desc limit 1`,
    [tx.stationId],
  )
  if (rows[0]?.version === candidate.version) return
  const current = await learnedModel(tx)
  const before = measureModel(inEarnest, current)
  const after = measureModel(inEarnest, candidate)
  const report: RetrainingReport = {
    before,
    after,
    tested: testOnNewest(corrections, current),
    recent: await compareRecent(tx, current, candidate),
    mistakes: worstMistakes(inEarnest, candidate, 10),
  }
  const id = newId()
  await tx.db
    .insertInto('triageModels')
    .values({
      stationId: tx.stationId,
      id,
      version: candidate.version,
      baseVersion: starterModel.version,
      corrections: corrections.length,
      changes: packChanges(starterModel, candidate),
      report: JSON.stringify(report),
      refused: refuseCandidate(before, after),
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

async function compareRecent(
  tx: Tx,
  current: TriageModel,
  candidate: TriageModel,
): Promise<RetrainingReport['recent']> {
  const { rows } = await tx.client.query(
    `select body from messages where station_id = $1 and direction = 'inbound' and body <> ''
     order by received_at desc limit ${recentMessages}`,
    [tx.stationId],
  )
  const moves = new Map<string, { from: Scenario; to: Scenario; count: number }>()
  for (const { body } of rows) {
    const from = readMessage({ text: body, villages: [] }, current).scenario
    const to = readMessage({ text: body, villages: [] }, candidate).scenario
    if (from === to) continue
    const move = moves.get(`${from} ${to}`) ?? { from, to, count: 0 }
    move.count += 1
    moves.set(`${from} ${to}`, move)
  }
  const all = [...moves.values()].sort((a, b) => b.count - a.count)
  return { messages: rows.length, changed: all.reduce((sum, { count }) => sum + count, 0), moves: all }
}
