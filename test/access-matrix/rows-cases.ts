import { newId } from '../../server/platform/id.ts'
import type { Row } from './row.ts'

const open = `update cases set status = 'in_progress', finished_at = null where id = $1`
/** The case runs, and the photos of its talk lie at a paper. `a`: a query that names it. */
export const photoLaid = (a: string) => `with a as (${a}), c as (
    update cases set status = 'in_progress', finished_at = null, merged_into = null
    where id in (select case_id from a) returning *)
  insert into case_material_checks (station_id, id, case_id, key, verdict, file_id, officer_id, checked_at)
  select c.station_id, gen_random_uuid(), c.id, 'identity-card', 'photographed', f.file_id, c.opened_by, clock_timestamp()
  from c join messages m on m.station_id = c.station_id and m.conversation_id = c.conversation_id
  join message_files f on f.station_id = m.station_id and f.message_id = m.id`
const missing = [{ key: 'split-application', cause: 'not_told', reason: '电话里没有说到' }]
const soon = () => new Date(Date.now() + 6 * 864e5).toISOString()

/** Cases at the workbench and on the resident's phone. */
export const caseRows: Row[] = [
  {
    route: 'POST /api/cases',
    access: 'cases.write',
    bodies: [
      ({ village, contact, conversation, guide }) => ({
        kind: 'service',
        title: '分户',
        details: '两兄弟分户',
        scenario: 'business',
        channel: 'web',
        villageId: village,
        contactId: contact,
        conversationId: conversation,
        guideId: guide,
        place: '东村一组',
        latitude: 28.1,
        longitude: 112.3,
        emergency: false,
        clientKey: newId(),
      }),
      () => ({
        kind: 'help',
        title: '耕牛走失',
        scenario: 'safety',
        channel: 'phone',
        person: { name: '陈大妈', phone: '13800000000' },
        clientKey: newId(),
      }),
    ],
    reset: 'update conversations set closed_at = null where $1::uuid is null',
  },
  {
    route: 'GET /api/cases',
    access: 'cases.read',
    recorded: 'case.searched',
    query: ({ village, officer, conversation, contact }) => ({
      status: 'all',
      kind: 'service',
      villageId: village,
      assigneeId: officer,
      conversationId: conversation,
      contactId: contact,
      overdue: 'false',
      text: '分户',
      sort: 'newest',
      limit: '5',
    }),
  },
  { route: 'GET /api/cases/:id', access: 'cases.read', recorded: 'case.read', params: { id: 'case' } },
  {
    route: 'PATCH /api/cases/:id',
    access: 'cases.write',
    params: { id: 'case' },
    bodies: [
      async ({ revision, village, officer }) => ({
        revision: await revision(),
        kind: 'service',
        title: '分户',
        details: '两兄弟分户',
        villageId: village,
        assigneeId: officer,
        place: '东村一组',
        latitude: 28.1,
        longitude: 112.3,
        emergency: true,
      }),
    ],
    reset: open,
  },
  {
    route: 'POST /api/cases/:id/status-changes',
    access: 'cases.write',
    params: { id: 'case' },
    bodies: [() => ({ status: 'waiting_resident', note: '等她补照片', missing })],
    reset: open,
  },
  {
    route: 'POST /api/cases/:id/people',
    access: 'cases.write',
    params: { id: 'case' },
    bodies: [
      ({ resident }) => ({ name: '邻居', phone: '13800000000', part: 'witness', residentId: resident }),
    ],
    reset: open,
  },
  {
    route: 'DELETE /api/cases/:id/people/:personId',
    access: 'cases.write',
    params: { id: 'case', personId: 'casePerson' },
    reset: open,
  },
  {
    route: 'POST /api/cases/:id/materials/:key/checks',
    access: 'cases.write',
    params: { id: 'case', key: "'split-application'" },
    bodies: [({ officerFile }) => ({ verdict: 'accepted', note: '看过原件', fileId: officerFile })],
    reset: open,
  },
  {
    route: 'POST /api/cases/:id/own-searches',
    access: 'cases.write',
    params: { id: 'case' },
    bodies: [() => ({ minutes: 135, saidBy: 'asker' })],
    reset: `with c as (update cases set kind = 'help', status = 'in_progress', finished_at = null where id = $1)
      update case_outcomes set told_at = null where case_id = $1`,
  },
  ...['PUT', 'DELETE'].map(
    (method): Row => ({
      route: `${method} /api/cases/:id/materials/:key/photos/:fileId`,
      access: 'cases.write',
      params: { id: 'case', key: "'identity-card'", fileId: 'file' },
      reset: photoLaid('select $1::uuid as case_id'),
    }),
  ),
  {
    route: 'PUT /api/cases/:id/answers',
    access: 'cases.write',
    params: { id: 'case' },
    bodies: [() => ({ answers: { head: 'no' } })],
    reset: open,
  },
  {
    route: 'GET /api/guides/:id/second-trips',
    access: 'cases.read',
    recorded: { because: 'its list of matters is recorded where there is one' },
    params: { id: 'guide' },
  },
  {
    route: 'POST /api/cases/:id/clocks',
    access: 'cases.write',
    params: { id: 'case' },
    bodies: [() => ({ dueAt: soon(), reason: '答应下周回话' })],
    reset: open,
  },
  {
    route: 'POST /api/cases/:id/clocks/:clockId/changes',
    access: 'cases.write',
    params: { id: 'case', clockId: 'caseClock' },
    bodies: [() => ({ change: 'extend', reason: '要等村里开证明', workingDays: 1 })],
    reset: open,
  },
  {
    route: 'GET /api/cases/:id/similar',
    access: 'cases.read',
    recorded: 'case.listed',
    params: { id: 'case' },
  },
  {
    route: 'POST /api/cases/:id/links',
    access: 'cases.write',
    params: { id: 'case' },
    bodies: [({ linkedCase }) => ({ caseId: linkedCase, kind: 'related' })],
    reset: 'delete from case_links where case_id = $1',
  },
  {
    route: 'DELETE /api/cases/:id/links/:otherCaseId',
    access: 'cases.write',
    params: { id: 'case', otherCaseId: 'linkedCase' },
  },
  {
    route: 'DELETE /api/cases/:id/merges/:mergeId',
    access: 'cases.merge',
    params: { id: 'case', mergeId: 'caseMerge' },
    reset: open,
  },
  {
    route: 'POST /api/cases/:id/merges',
    access: 'cases.merge',
    params: { id: 'case' },
    bodies: [({ linkedCase }) => ({ sourceCaseId: linkedCase })],
    reset: open,
  },
  {
    route: 'GET /api/cases/:id/door',
    access: 'cases.read',
    recorded: { because: 'a channel, asked from the open case' },
    params: { id: 'case' },
  },
  {
    route: 'POST /api/cases/:id/outcome',
    access: 'cases.write',
    params: { id: 'case' },
    bodies: [
      () => ({
        settlement: 'counter',
        emergency: true,
        words: '新户口簿可以来取了。',
        tell: false,
        toldWay: 'phone',
        ownSearch: { minutes: 135, saidBy: 'asker' },
        missing,
      }),
    ],
    reset: `update cases set status = 'in_progress', finished_at = null, kind = 'help' where id = $1`,
  },
  {
    route: 'POST /api/cases/:id/outcome-notice',
    access: 'cases.write',
    params: { id: 'case' },
    bodies: [() => ({ by: 'phone' })],
    reset: 'update case_outcomes set told_at = null where case_id = $1',
  },
  {
    route: 'POST /api/cases/:id/outcome-calls/:callId/done',
    access: 'cases.write',
    params: { id: 'case', callId: 'outcomeCall' },
    nothingOwn: true,
    succeeds: false,
  },
  {
    route: 'POST /api/cases/:id/reopenings',
    access: 'cases.write',
    params: { id: 'case' },
    bodies: [() => ({ reason: '还差一样' })],
    reset: `update cases set status = 'done', finished_at = now() where id = $1`,
  },

  { route: 'GET /api/resident/cases', access: 'resident' },
  { route: 'GET /api/resident/cases/:id', access: 'resident', params: { id: 'case' } },
  {
    route: 'POST /api/resident/cases/:id/materials/:key/checks',
    access: 'resident',
    params: { id: 'case', key: "'split-application'" },
    bodies: [({ file }) => ({ verdict: 'photographed', fileId: file })],
    reset: open,
  },
  {
    route: 'PUT /api/resident/cases/:id/answers',
    access: 'resident',
    params: { id: 'case' },
    bodies: [() => ({ answers: { head: 'yes' } })],
    reset: open,
  },
  {
    route: 'POST /api/resident/cases/:id/rating',
    access: 'resident',
    params: { id: 'case' },
    bodies: [() => ({ verdict: 'helped', words: '谢谢', reopen: false })],
    reset: `with c as (update cases set status = 'done', finished_at = now() where id = $1),
      o as (update case_outcomes set reopened_at = now() where case_id = $1)
      insert into case_outcomes (station_id, id, case_id, officer_id, emergency, settlement, words, told_at, told_by_channel)
      select station_id, gen_random_uuid(), id, gen_random_uuid(), false, 'online', '已经办好', now(), 'phone' from cases where id = $1`,
  },
]
