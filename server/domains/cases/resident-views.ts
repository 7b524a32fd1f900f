import type { Static } from 'typebox'
import type { ResidentCase, ResidentCases } from '../../../contract/resident-cases.ts'
import { notFound } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { paperSays, pausedAt } from './case-details.ts'
import { type PaperCheck, sayOfPaper, takenOff } from './paper-word.ts'

/**
 * The resident's own cases (c), each with the case that stands for it (s), the outcome she was told (e) and what she
 * said to it (z).
 */
const ownCases = `from cases c
  cross join lateral (
    with recursive chain as (
      select c.id, c.merged_into
      union all
      select n.id, n.merged_into from chain join cases n on n.station_id = $1 and n.id = chain.merged_into
    )
    select id from chain where merged_into is null) stands
  join cases s on s.station_id = $1 and s.id = stands.id
  left join lateral (
    select * from case_outcomes e where e.station_id = $1 and e.case_id = s.id and e.reopened_at is null
      and e.told_at is not null order by e.decided_at desc limit 1) e on true
  left join case_ratings z on z.station_id = $1 and z.outcome_id = e.id
  where c.station_id = $1 and c.contact_id = $2`

/** All cases of one contact, newest first. */
export async function listOwnCases(tx: Tx, contactId: string): Promise<Static<typeof ResidentCases>> {
  const { rows } = await tx.client.query({
    name: 'list-own-cases',
    text: `select json_build_object('id', c.id, 'number', c.number, 'kind', c.kind, 'title', c.title, 'status', s.status,
        'guideId', c.guide_id, 'openedAt', c.opened_at, 'finishedAt', s.finished_at, 'rateable', e.id is not null and z.id is null,
        'missingMaterials', (
          select count(*) from case_materials m where m.station_id = $1 and m.case_id = c.id and m.needed_when is null
            and m.form <> 'at_window' and not m.shared
            and coalesce((
              select k.verdict from case_material_checks k
              where k.station_id = $1 and k.case_id = c.id and k.key = m.key and not ${takenOff('k')} order by k.checked_at desc, k.id desc limit 1
            ), '') not in ('accepted', 'not_needed', 'ready', 'photographed'))) as item
      ${ownCases} order by c.opened_at desc, c.id desc limit 100`,
    values: [tx.stationId, contactId],
  })
  return { items: rows.map((row) => row.item) }
}

/** One case of hers: no note of the station, no other person, nothing she was not told. */
export async function showOwnCase(
  tx: Tx,
  contactId: string,
  id: string,
): Promise<Static<typeof ResidentCase>> {
  const { rows } = await tx.client.query({
    name: 'show-own-case',
    text: `select ${ownDetails} ${ownCases} and c.id = $3`,
    values: [tx.stationId, contactId, id],
  })
  if (!rows[0]) throw notFound()
  const { details } = rows[0]
  return { ...details, materials: details.materials.map(sayOfOwnPaper) }
}

/** Which officer said it is the station's own affair. */
function sayOfOwnPaper({ checks, ...paper }: { checks: PaperCheck[] }) {
  const { officer: _, ...word } = sayOfPaper(checks)
  return { ...paper, ...word }
}

const ownDetails = `json_build_object('id', c.id, 'number', c.number, 'kind', c.kind, 'title', c.title, 'status', s.status,
    'place', c.place,
    'officerName', (select a.name from officers a where a.station_id = $1 and a.id = s.assignee_id),
    'guide', (select json_build_object('id', g.id, 'name', g.name,
      'slug', case when g.hidden_at is null then g.slug end) from guides g
      where g.station_id = $1 and g.id = c.guide_id),
    'conversationId', c.conversation_id, 'openedAt', c.opened_at, 'finishedAt', s.finished_at,
    'merged', c.merged_into is not null,
    'statusChanges', coalesce((
      select json_agg(json_build_object('status', h.status, 'byResident', h.by_resident, 'changedAt', h.changed_at)
        order by h.changed_at, h.id)
      from case_status_changes h where h.station_id = $1 and h.case_id = s.id), '[]'),
    'materials', coalesce((
      select json_agg(json_build_object(${paperSays('m')}, 'checks', (
          select coalesce(json_agg(json_build_object('verdict', k.verdict, 'note', k.note, 'checkedAt', k.checked_at,
            'fileId', k.file_id, 'laid', k.officer_id is not null) order by k.checked_at, k.id), '[]')
          from case_material_checks k where k.station_id = $1 and k.case_id = c.id and k.key = m.key))
        order by m.position, m.key)
      from case_materials m where m.station_id = $1 and m.case_id = c.id), '[]'),
    'questions', coalesce((select q.questions from case_questions q where q.station_id = $1 and q.case_id = c.id), '[]'),
    'answers', coalesce((
      select json_agg(json_build_object('question', a.question, 'answer', a.answer, 'byStation', a.officer_id is not null))
      from (select distinct on (question) * from case_answers where station_id = $1 and case_id = c.id
        order by question, answered_at desc, id desc) a), '[]'),
    'clocks', coalesce((
      select json_agg(json_build_object('kind', k.kind, 'dueAt', k.due_at, 'stoppedAt', k.stopped_at,
        'paused', ${pausedAt('k')} is not null) order by k.started_at, k.id)
      from case_clocks k where k.station_id = $1 and k.case_id = s.id), '[]'),
    'outcome', case when e.id is not null then json_build_object('settlement', e.settlement, 'words', e.words,
      'decidedAt', e.decided_at, 'toldAt', e.told_at, 'rating', case when z.id is not null then
        json_build_object('verdict', z.verdict, 'words', z.words, 'ratedAt', z.rated_at) end) end) as details`
