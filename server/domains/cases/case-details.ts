import { askerName, askerPhone } from './asker.ts'
import { visibleCases } from './visibility.ts'

/** Since when a clock (by its alias) stands still: its last pause or resumption, when that is a pause. */
export const pausedAt = (clock: string) => `(
    select case when x.change = 'pause' then x.changed_at end from case_clock_changes x
    where x.station_id = $1 and x.clock_id = ${clock}.id and x.change in ('pause', 'resume')
    order by x.changed_at desc, x.id desc limit 1)`

/** What the list of a case says of a paper (by its alias), as fields of a document. */
export const paperSays = (paper: string) =>
  `'key', ${paper}.key, 'name', ${paper}.name, 'form', ${paper}.form, 'copies', ${paper}.copies, 'electronic', ${paper}.electronic,
     'shared', ${paper}.shared, 'neededWhen', ${paper}.needed_when, 'when', ${paper}.needed_if, 'advice', ${paper}.advice`

/** One kind of row that hangs on the case ($2), with when it was made: `list` is its place in the contract. */
const rows = (list: string, at: string, id: string, fields: string, from: string) =>
  `select '${list}' as list, ${at} as at, ${id} as id, json_build_object(${fields}) as item from ${from}`

/** What is read only where the case has any of it. A statement costs by all it might touch, and most cases have little. */
export const parts = ['around', 'people', 'service', 'endings', 'relations'] as const
export type Part = (typeof parts)[number]

/**
 * What hangs on the case, each table read by its index. It is asked only for a case that was found, so it need not ask
 * again whether the case may be seen. Officers are ids here; their names come once, in `officers`. $1 is the station, $2
 * the case, $3 and $4 the scope: the other end of a link or merge is shown only to those who may see that case too.
 */
const people = [
  rows(
    'people',
    'p.added_at',
    'p.id',
    `'id', p.id, 'residentId', p.resident_id, 'name', p.name, 'phone', p.phone, 'part', p.part, 'addedBy', p.added_by,
     'addedAt', p.added_at`,
    'case_people p where p.station_id = $1 and p.case_id = $2 and p.removed_at is null',
  ),
]
const service = [
  rows(
    'materials',
    `to_timestamp(m.position)`,
    'm.case_id',
    paperSays('m'),
    'case_materials m where m.station_id = $1 and m.case_id = $2',
  ),
  rows(
    'checks',
    'k.checked_at',
    'k.id',
    `'key', k.key, 'verdict', k.verdict, 'note', k.note, 'officer', k.officer_id, 'checkedAt', k.checked_at,
     'fileId', k.file_id`,
    'case_material_checks k where k.station_id = $1 and k.case_id = $2',
  ),
  rows(
    'asked',
    'to_timestamp(0)',
    'q.case_id',
    `'questions', q.questions`,
    'case_questions q where q.station_id = $1 and q.case_id = $2',
  ),
  rows(
    'answers',
    'a.answered_at',
    'a.id',
    `'question', a.question, 'answer', a.answer, 'officer', a.officer_id, 'answeredAt', a.answered_at`,
    'case_answers a where a.station_id = $1 and a.case_id = $2',
  ),
  rows(
    'secondTrips',
    't.recorded_at',
    't.id',
    `'name', t.name, 'cause', t.cause, 'reason', t.reason, 'officer', t.officer_id, 'recordedAt', t.recorded_at`,
    'second_trips t where t.station_id = $1 and t.case_id = $2',
  ),
  rows(
    'clocks',
    'k.started_at',
    'k.id',
    `'id', k.id, 'kind', k.kind, 'workingDays', k.working_days, 'startedAt', k.started_at, 'dueAt', k.due_at,
     'stoppedAt', k.stopped_at`,
    'case_clocks k where k.station_id = $1 and k.case_id = $2',
  ),
  rows(
    'clockChanges',
    'x.changed_at',
    'x.id',
    `'id', x.id, 'clockId', x.clock_id, 'change', x.change, 'workingDays', x.working_days, 'dueAt', x.due_at,
     'reason', x.reason, 'officer', x.officer_id, 'changedAt', x.changed_at`,
    `case_clocks k join case_clock_changes x on x.station_id = $1 and x.clock_id = k.id
     where k.station_id = $1 and k.case_id = $2`,
  ),
]
const endings = [
  rows(
    'outcomes',
    'e.decided_at',
    'e.id',
    `'id', e.id, 'settlement', e.settlement, 'emergency', e.emergency, 'words', e.words, 'officer', e.officer_id,
     'decidedAt', e.decided_at, 'toldAt', e.told_at, 'toldByChannel', e.told_by_channel, 'reopenedAt', e.reopened_at,
     'rating', (
       select json_build_object('verdict', z.verdict, 'words', z.words, 'ratedAt', z.rated_at) from case_ratings z
       where z.station_id = $1 and z.outcome_id = e.id)`,
    'case_outcomes e where e.station_id = $1 and e.case_id = $2',
  ),
]
/** In the order of time: the last one counts. */
const ownSearches = rows(
  'ownSearches',
  'w.recorded_at',
  'w.id',
  `'minutes', w.minutes, 'saidBy', w.said_by, 'officer', w.officer_id, 'recordedAt', w.recorded_at`,
  'case_own_searches w where w.station_id = $1 and w.case_id = $2',
)
const relations = [
  rows(
    'links',
    'l.linked_at',
    'n.id',
    `'caseId', n.id, 'number', n.number, 'title', n.title, 'status', n.status, 'kind', l.kind, 'linkedBy', l.linked_by,
     'linkedAt', l.linked_at`,
    `case_links l join cases n on n.station_id = $1 and n.id = l.other_case_id
     where l.station_id = $1 and l.case_id = $2 and ${visibleCases(3, 'n')}`,
  ),
  rows(
    'merges',
    'y.merged_at',
    'y.id',
    `'id', y.id, 'sourceCaseId', n.id, 'number', n.number, 'title', n.title, 'contactName', (
       select nullif(t.name, '') from contacts t where t.station_id = $1 and t.id = n.contact_id),
     'mergedBy', y.merged_by, 'mergedAt', y.merged_at, 'undoneBy', y.undone_by, 'undoneAt', y.undone_at`,
    `case_merges y join cases n on n.station_id = $1 and n.id = y.source_case_id
     where y.station_id = $1 and y.target_case_id = $2 and ${visibleCases(3, 'n')}`,
  ),
  rows(
    'calls',
    'y.asked_at',
    'y.id',
    `'id', y.id, 'caseId', n.id, 'number', n.number, 'name', ${askerName}, 'phone', ${askerPhone}, 'words', o.words,
     'askedAt', y.asked_at, 'end', case when e.call_id is not null then json_build_object('how', e.how, 'officer',
       (select x.name from officers x where x.station_id = $1 and x.id = e.officer_id), 'at', e.ended_at) end`,
    `outcome_calls y
     join case_outcomes o on o.station_id = $1 and o.id = y.outcome_id
     join cases n on n.station_id = $1 and n.id = y.case_id
     left join outcome_call_ends e on e.station_id = $1 and e.call_id = y.id
     where y.station_id = $1 and (y.case_id = $2 or o.case_id = $2) and ${visibleCases(3, 'n')}`,
  ),
]

const inTime = (hanging: string[]) =>
  `(select json_agg(json_build_array(h.list, h.item) order by h.at, h.id) from (${hanging.join('\n union all ')}) h) as hanging`

/** Holidays and make-up days from the oldest clock on; null when there is no clock, and then nothing is read. */
const calendar = `(
    select json_object_agg(d.day, d.kind <> 'off') from calendar_days d
    where d.station_id = $1 and (d.kind <> 'closed' or d.make_up_name is not null) and d.day >=
      (select min(k.started_at)::date - 1 from case_clocks k where k.station_id = $1 and k.case_id = $2))`

const mergedInto = `(
    select json_build_object('id', n.id, 'number', n.number, 'mergeId', y.id)
    from case_merges y join cases n on n.station_id = $1 and n.id = y.target_case_id
    where y.station_id = $1 and y.source_case_id = $2 and y.undone_at is null)`

/** The single rows a case points at ($3 village, $4 contact, $5 conversation, $6 guide), each found by its key. */
const around = `
  select (select v.name from villages v where v.station_id = $1 and v.id = $3) as "villageName",
    (select json_build_object('id', t.id, 'phone', t.phone, 'channel', t.channel, 'name', coalesce((
        select r.name from residents r where r.station_id = $1 and r.id = t.resident_id), t.name))
      from contacts t where t.station_id = $1 and t.id = $4) as contact,
    (select json_build_object('id', q.id, 'number', q.number, 'emergency', q.emergency, 'closed', q.closed_at is not null)
      from conversations q where q.station_id = $1 and q.id = $5) as conversation,
    (select json_build_object('id', g.id, 'name', g.name) from guides g where g.station_id = $1 and g.id = $6) as guide
  from cases c where c.station_id = $1 and c.id = $2`

export const readPart: Record<Part, string> = {
  around,
  people: `select ${inTime(people)}`,
  service: `select ${calendar} as calendar, ${inTime(service)}`,
  endings: `select ${inTime([...endings, ownSearches])}`,
  relations: `select ${mergedInto} as "mergedInto", ${inTime(relations)}`,
}

const statusChanges = `(
    select json_agg(json_build_object('id', s.id, 'status', s.status, 'note', s.note, 'officer', s.officer_id,
      'byResident', s.by_resident, 'changedAt', s.changed_at) order by s.changed_at, s.id)
    from case_status_changes s where s.station_id = $1 and s.case_id = $2)`

const some = (table: string, column = 'case_id') =>
  `exists (select from ${table} where station_id = $1 and ${column} = $2)`

/**
 * One case ($2) of the station ($1) within the scope ($3, $4) and which parts it has; the same statement writes the
 * event that it was read ($5 its id, $6 the request).
 */
export const readCase = `with c as (
    select c.*, c.xmin::text as revision from cases c where c.station_id = $1 and c.id = $2 and ${visibleCases(3)}
  ), seen as (
    insert into events (station_id, id, name, actor_kind, actor_id, subject_kind, subject_id, conversation_id, contact_id,
      village_id, request_id)
    select $1, $5, 'case.read', 'officer', $4, 'case', id, conversation_id, contact_id, village_id, $6 from c
  )
  select json_build_object('id', c.id, 'number', c.number, 'kind', c.kind, 'title', c.title, 'details', c.details,
      'status', c.status, 'emergency', c.emergency, 'channel', c.channel, 'scenario', c.scenario,
      'villageId', c.village_id, 'assignee', c.assignee_id, 'place', c.place, 'latitude', c.latitude,
      'longitude', c.longitude, 'openedBy', c.opened_by, 'openedAt', c.opened_at, 'finishedAt', c.finished_at,
      'revision', c.revision) as base,
    ${statusChanges} as "statusChanges",
    (select json_object_agg(o.id, o.name) from officers o where o.station_id = $1) as officers,
    c.village_id, c.contact_id, c.conversation_id, c.guide_id,
    coalesce(c.village_id, c.contact_id, c.conversation_id, c.guide_id) is not null as around,
    ${some('case_people')} as people,
    ${some('case_materials')} or ${some('case_clocks')} or ${some('case_questions')} as service,
    ${some('case_outcomes')} or ${some('case_own_searches')} as endings,
    ${some('case_links')} or ${some('case_merges', 'source_case_id')} or ${some('case_merges', 'target_case_id')} as relations
  from c`
