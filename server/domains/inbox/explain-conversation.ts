import type { Explanation } from '../../../contract/explanation.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { type Question, suggestScripts } from '../scripts/suggest-scripts.ts'
import { askForScripts } from './ask-for-scripts.ts'
import { learnedModel } from './learned-model.ts'
import { readingSource } from './reading-sources.ts'
import { recordLookOnce } from './record-look.ts'
import { weighScenarios } from './triage/weigh-scenarios.ts'
import { lockConversation } from './visibility.ts'

/**
 * Why a conversation was read as it was, and why its scripts are offered: what was kept at the reading, and its words
 * weighed again by the rules and weights of now. Nothing is decided or changed by asking.
 */
export async function explainConversation(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
): Promise<Explanation> {
  const conversation = await lockConversation(tx, session, id)
  const readings = await readReadings(tx, id)
  await recordLookOnce(tx, actor, conversation)
  const model = await learnedModel(tx)
  const question = await askForScripts(tx, session, conversation)
  const opening = readings.find(({ isOpening }) => isOpening) ?? null
  const { rows } = await tx.client.query(
    `select count(distinct message_id)::int as n from triage_corrections where station_id = $1 and field = 'scenario'`,
    [tx.stationId],
  )
  return {
    opening,
    later: readings.filter(({ isOpening }) => !isOpening),
    weighed: opening ? weighScenarios(opening.body, model) : [],
    version: model.version,
    learntFrom: rows[0].n,
    heard: question.heard,
    scripts: await explainScripts(tx, question),
  }
}

async function readReadings(tx: Tx, id: string) {
  const { rows } = await tx.client.query(
    `select t.message_id as "messageId", m.body, t.scenario, t.emergency, t.confidence, t.reasons, t.version,
       m.id = ${readingSource.scenario} as "isOpening"
     from messages m join triage_readings t on t.station_id = m.station_id and t.message_id = m.id
     where m.station_id = $1 and m.conversation_id = $2 and m.direction = 'inbound'
       and (m.id = ${readingSource.scenario} or m.id = ${readingSource.village} or (t.emergency and m.id = ${readingSource.emergency}))
     order by m.received_at, m.id`,
    [tx.stationId, id],
  )
  return rows
}

async function explainScripts(tx: Tx, question: Question): Promise<Explanation['scripts']> {
  const found = await suggestScripts(tx, question)
  const { rows } = await tx.client.query(
    `select s.id, v.expires_on::text as "expiresOn", s.auxiliary_may as "auxiliaryMay", cardinality(s.village_ids) as villages
     from unnest($2::uuid[], $3::int[]) as f(id, version)
     join scripts s on s.station_id = $1 and s.id = f.id
     join script_versions v on v.station_id = $1 and v.script_id = s.id and v.version = f.version`,
    [tx.stationId, found.map(({ scriptId }) => scriptId), found.map(({ version }) => version)],
  )
  return found.flatMap(({ scriptId, title, scenario, reasons, because }) => {
    const limits = rows.find((row) => row.id === scriptId)
    if (!limits) return []
    const { expiresOn, auxiliaryMay, villages } = limits
    return { scriptId, title, library: scenario, reasons, because, expiresOn, auxiliaryMay, villages }
  })
}
