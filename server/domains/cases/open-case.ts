import type { NewCase, OpenedCase } from '../../../contract/case-changes.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, notFound } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { dueAfterWorkingDays } from '../../platform/working-days.ts'
import { tellFacts } from '../inbox/conversation-facts.ts'
import { holdConversation } from '../inbox/hold-conversation.ts'
import { listMaterials } from '../services/say-papers.ts'
import { findGuide, materialsOf } from '../services/views.ts'
import { findAsker } from './find-asker.ts'
import { readCalendar } from './read-calendar.ts'
import { requireWholePlace } from './rules.ts'

/**
 * Opens a case from a conversation, a phone call or at the counter. Papers and time limit come from its guide; an open
 * case holds its conversation. `number` is taken before the transaction (platform/numbers). The same opener with the
 * same `clientKey` gets the first answer again; with other content it is a conflict.
 */
export async function openCase(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  opening: NewCase,
  number: string,
  now = new Date(),
): Promise<OpenedCase> {
  requireWholePlace(opening)
  const asker = await findAsker(tx, session, opening)
  const { materials, limit, facts, questions } = opening.guideId
    ? await fromGuide(tx, opening.guideId)
    : withoutGuide
  const due = limit === null ? null : dueAfterWorkingDays(await readCalendar(tx), now, limit)
  const id = newId()
  const has = {
    applicant: opening.person !== undefined,
    papers: materials.length > 0,
    limit: due !== null,
    questions: questions.length > 0,
  }
  const { rowCount } = await tx.client.query({
    name: ['open-case', ...Object.keys(has).filter((part) => has[part as keyof typeof has])].join('-with-'),
    text: insertCase(has),
    values: [
      tx.stationId,
      id,
      number,
      opening.kind,
      opening.title.trim(),
      opening.details?.trim() ?? '',
      opening.emergency ?? false,
      opening.channel,
      opening.scenario,
      asker.villageId,
      asker.contactId,
      opening.conversationId ?? null,
      opening.guideId ?? null,
      asker.assigneeId,
      opening.place?.trim() ?? '',
      opening.latitude ?? null,
      opening.longitude ?? null,
      session.officerId,
      now,
      opening.clientKey,
      [newId(), newId(), newId(), newId()],
      opening.person?.name.trim() ?? null,
      opening.person?.phone?.trim() ?? '',
      JSON.stringify(materials.map((material, position) => ({ ...material, position }))),
      limit,
      due,
      actor.requestId ?? null,
      JSON.stringify(questions),
    ],
  })
  if (rowCount === 0) return firstAnswer(tx, session, opening)
  tx.wroteEvents = true
  if (opening.conversationId) {
    await holdConversation(tx, opening.conversationId, { kind: 'case', id }, actor)
    await tellFacts(tx, opening.conversationId, { 案件编号: number, ...facts })
  }
  return { id, number, openedAt: now.toISOString() }
}

const withoutGuide = { materials: [], limit: null, facts: {}, questions: [] }

/** The papers, the limit, the questions, and what the scripts of the conversation can say of them. */
async function fromGuide(tx: Tx, guideId: string) {
  const guide = await findGuide(tx, { id: guideId })
  if (!guide) throw notFound()
  const materials = await materialsOf(tx, guideId)
  const facts = { 事项名称: guide.name, 材料清单: listMaterials(materials), 办理时限: guide.timeLimit }
  return { materials, limit: guide.workingDays, facts, questions: guide.questions }
}

async function firstAnswer(tx: Tx, session: OfficerSession, opening: NewCase): Promise<OpenedCase> {
  const first = await tx.db
    .selectFrom('cases')
    .select(['id', 'number', 'openedAt', 'kind', 'title', 'conversationId'])
    .where('stationId', '=', tx.stationId)
    .where('openedBy', '=', session.officerId)
    .where('clientKey', '=', opening.clientKey)
    .executeTakeFirstOrThrow()
  if (
    first.kind !== opening.kind ||
    first.title !== opening.title.trim() ||
    first.conversationId !== (opening.conversationId ?? null)
  )
    throw conflict('这个请求编号已经用在另一件事上，请刷新页面后再试。')
  return { id: first.id, number: first.number, openedAt: first.openedAt.toISOString() }
}

/**
 * Case, first status, event, and what there is of applicant, papers and time limit, in one statement: one trip to the
 * database. What a case does not begin with is left out, as a statement costs by all it might touch.
 */
function insertCase(has: Record<'applicant' | 'papers' | 'limit' | 'questions', boolean>): string {
  const applicant = `, applicant as (
    insert into case_people (station_id, id, case_id, name, phone, part, added_by, added_at)
    select $1, ($21::uuid[])[2], id, $22, $23, 'applicant', $18, $19 from opened
  )`
  const papers = `, papers as (
    insert into case_materials (station_id, case_id, key, position, name, needed_when, needed_if, form, copies, electronic,
      shared, advice)
    select $1, o.id, m.key, m.position, m.name, m."neededWhen", coalesce(m."when", '[]'), m.form, m.copies, m.electronic,
      m.shared, m.note
    from opened o, jsonb_to_recordset($24::jsonb) as m(key text, position smallint, name text, "neededWhen" text,
      "when" jsonb, form text, copies smallint, electronic boolean, shared boolean, note text)
  )`
  const limit = `, time_limit as (
    insert into case_clocks (station_id, id, case_id, kind, working_days, started_at, due_at)
    select $1, ($21::uuid[])[3], id, 'service_limit', $25::smallint, $19, $26 from opened
  )`
  const questions = `, asked as (
    insert into case_questions (station_id, case_id, questions) select $1, id, $28::jsonb from opened
  )`
  return `with given as (
    -- Every parameter has its type, also where its part is left out.
    select $22::text, $23::text, $24::jsonb, $25::smallint, $26::timestamptz, $28::jsonb
  ), opened as (
    insert into cases (station_id, id, number, kind, title, details, emergency, channel, scenario, village_id, contact_id,
      conversation_id, guide_id, assignee_id, place, latitude, longitude, opened_by, opened_at, client_key)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
    on conflict (station_id, opened_by, client_key) where client_key is not null do nothing
    returning id
  ), first_status as (
    insert into case_status_changes (station_id, id, case_id, status, officer_id, changed_at)
    select $1, ($21::uuid[])[1], id, 'open', $18, $19 from opened
  )${has.applicant ? applicant : ''}${has.papers ? papers : ''}${has.limit ? limit : ''}${has.questions ? questions : ''}
  insert into events (station_id, id, name, actor_kind, actor_id, subject_kind, subject_id, conversation_id, contact_id,
    village_id, data, request_id)
  select $1, ($21::uuid[])[4], 'case.opened', 'officer', $18, 'case', id, $12::uuid, $11::uuid, $10::uuid,
    jsonb_build_object('kind', $4::text, 'channel', $8::text, 'emergency', $7::boolean), $27 from opened`
}
