import type { Row } from './row.ts'

const ofNobody = { because: 'rumours and what is answered, of no person' }
const rumour = { id: 'rumour' } as const
/** Forgets that it was found wrong, so that its approved reply may go out. */
const right = `delete from rumour_moves where rumour_id = $1 and stage <> 'received'`

/** The rumour desk. */
export const rumourRows: Row[] = [
  {
    route: 'GET /api/rumours',
    access: 'rumours.read',
    recorded: ofNobody,
    query: ({ village }) => ({
      filter: 'all',
      topic: 'traffic',
      villageId: village,
      query: '封',
      limit: '5',
    }),
  },
  { route: 'GET /api/rumour-figures', access: 'rumours.read', recorded: { because: 'counts only' } },
  { route: 'GET /api/rumours/:id', access: 'rumours.read', recorded: 'conversation.listed', params: rumour },
  {
    route: 'GET /api/chat-groups/:id/rumours',
    access: 'rumours.read',
    recorded: ofNobody,
    params: { id: 'chatGroup' },
  },
  {
    route: 'POST /api/rumours',
    access: 'rumours.write',
    bodies: [
      ({ village }) => ({
        words: '桥要拆了没有',
        topic: 'other',
        firstHeardAt: '2026-01-05T08:00:00Z',
        villageIds: [village],
      }),
    ],
  },
  {
    route: 'POST /api/rumours/:id/groups',
    access: 'rumours.write',
    params: rumour,
    bodies: [({ chatGroup }) => ({ groupId: chatGroup })],
  },
  {
    route: 'DELETE /api/rumours/:id/groups/:groupId',
    access: 'rumours.write',
    params: { id: 'rumour', groupId: 'chatGroup' },
    reset: `with listed as (insert into rumour_groups (station_id, rumour_id, group_id)
        select u.station_id, u.id, g.id from rumours u join chat_groups g on g.station_id = u.station_id
        where u.id = $1 on conflict do nothing returning *)
      insert into rumour_group_questions (station_id, rumour_id, group_id) select station_id, rumour_id, group_id from listed`,
  },
  {
    route: 'POST /api/rumours/:id/groups/:groupId/answers',
    access: 'rumours.write',
    params: { id: 'rumour', groupId: 'chatGroup' },
    bodies: [() => ({ version: 1 }), () => ({ version: 1, sent: true })],
    reset: right,
  },
  {
    route: 'POST /api/rumours/:id/conversations',
    access: 'rumours.write',
    params: rumour,
    bodies: [({ conversation }) => ({ conversationId: conversation })],
  },
  {
    route: 'DELETE /api/rumours/:id/conversations/:conversationId',
    access: 'rumours.write',
    params: { id: 'rumour', conversationId: 'conversation' },
    reset: `insert into rumour_conversations (station_id, rumour_id, conversation_id, tied_by)
      select u.station_id, u.id, c.id, u.recorded_by from rumours u join conversations c on c.station_id = u.station_id
      where u.id = $1 on conflict do nothing`,
  },
  {
    route: 'POST /api/rumours/:id/conversations/:conversationId/replies',
    access: 'rumours.write',
    params: { id: 'rumour', conversationId: 'conversation' },
    bodies: [() => ({ version: 1 })],
    reset: right,
  },
  {
    route: 'POST /api/rumours/:id/moves',
    access: 'rumours.decide',
    params: rumour,
    bodies: [
      () => ({ stage: 'other_office', office: '镇水务站', answersOn: '2099-01-01', note: '转过去了' }),
    ],
    reset: right,
  },
  {
    route: 'POST /api/rumours/:id/evidence',
    access: 'rumours.draft',
    params: rumour,
    bodies: [
      () => ({
        kind: 'official_notice',
        says: '道路正常通行',
        source: '县公安局',
        link: 'https://example.gov.cn/1',
        documentNumber: '2026年1号',
        datedOn: '2026-01-05',
      }),
    ],
  },
  {
    route: 'POST /api/rumours/:id/evidence-looks',
    access: 'rumours.draft',
    params: rumour,
    bodies: [({ rumourEvidence }) => ({ evidenceIds: [rumourEvidence] })],
  },
  {
    route: 'DELETE /api/rumours/:id/evidence/:evidenceId',
    access: 'rumours.decide',
    params: { id: 'rumour', evidenceId: 'rumourEvidence' },
  },
  {
    route: 'POST /api/rumours/:id/replies',
    access: 'rumours.draft',
    params: rumour,
    bodies: [
      () => ({
        knownAt: '2026-01-05T08:00:00Z',
        checked: '又问了一次',
        source: '镇交通站',
        unknown: '几点开始',
        advice: '绕行',
        nextUpdateAt: '2099-01-05T08:00:00Z',
        correction: { version: 1, wrongWords: '照常走', rightWords: '要绕行', reason: '没有核对通知' },
      }),
    ],
    reset: `insert into rumour_moves (station_id, id, rumour_id, stage, moved_by)
      select station_id, gen_random_uuid(), id, 'corrected', recorded_by from rumours where id = $1`,
  },
  {
    route: 'POST /api/rumours/:id/approvals',
    access: 'scripts.approve',
    params: rumour,
    bodies: [() => ({ version: 1, doubtsSeen: true })],
    succeeds: false,
  },
  {
    route: 'GET /api/conversations/:id/rumours',
    access: 'conversations.write',
    recorded: 'conversation.read',
    params: { id: 'conversation' },
  },
  {
    route: 'GET /api/public/rumours',
    access: 'public',
    recorded: ofNobody,
    query: () => ({ stationCode: '430182901' }),
  },
  {
    route: 'GET /api/public/rumours/:id',
    access: 'public',
    recorded: ofNobody,
    params: rumour,
    query: () => ({ stationCode: '430182901' }),
  },
]
