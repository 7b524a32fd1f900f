import { newId } from '../../server/platform/id.ts'
import type { Row } from './row.ts'

const closed = `with r as (delete from ratings where conversation_id = $1),
    x as (update closures set reopened_at = now() where conversation_id = $1),
    c as (update conversations set closed_at = now() where id = $1)
  insert into closures (station_id, id, conversation_id, officer_id, emergency, settlement)
  select station_id, gen_random_uuid(), id, gen_random_uuid(), false, 'online' from conversations where id = $1`
const reopen = 'update conversations set closed_at = null where id = $1'

/** The inbox at the workbench and on the resident's phone. */
export const inboxRows: Row[] = [
  {
    route: 'GET /api/public/first-looks',
    access: 'public',
    recorded: { because: 'reads a text and keeps nothing of it' },
    query: () => ({ text: '屋里停电了' }),
  },
  {
    route: 'GET /api/triage-models',
    access: 'station.configure',
    recorded: { because: 'figures and sentences of our own; no resident' },
  },
  // Refused as long as nothing was corrected: inbox/retraining.test.ts corrects first.
  { route: 'POST /api/triage-models', access: 'station.configure', succeeds: false },
  {
    route: 'POST /api/triage-model-uses',
    access: 'station.configure',
    bodies: [({ triageModel }) => ({ modelId: triageModel })],
  },
  {
    route: 'GET /api/language-endpoints/:purpose',
    access: 'language.configure',
    params: { purpose: "'drafting'" },
    recorded: { because: 'an address; no resident' },
  },
  {
    route: 'PUT /api/language-endpoints/:purpose',
    access: 'language.configure',
    params: { purpose: "'drafting'" },
    stepUp: true,
    bodies: [() => ({ address: 'https://model.example/v1', model: 'm', key: 'k' })],
    notKept: { key: 'sealed, and never given out' },
  },
  {
    route: 'PUT /api/language-endpoints/:purpose/switch',
    access: 'language.configure',
    params: { purpose: "'drafting'" },
    stepUp: true,
    bodies: [() => ({ on: false, assessment: 'PIA-2026-01' })],
    notKept: { assessment: 'kept only when it is switched on' },
  },
  // Nothing answers there: language/drafting.test.ts has a server that does.
  {
    route: 'POST /api/language-endpoints/:purpose/checks',
    access: 'language.configure',
    params: { purpose: "'drafting'" },
  },
  { route: 'GET /api/language-calls', access: 'language.configure', recorded: 'conversation.listed' },
  {
    route: 'GET /api/drafting/availability',
    access: 'conversations.write',
    recorded: { because: 'on or off; no resident' },
  },
  {
    route: 'GET /api/transcription/availability',
    access: 'conversations.write',
    recorded: { because: 'on or off; no resident' },
  },
  // Nothing is switched on there: language/asked-transcripts.test.ts has a server that answers.
  {
    route: 'POST /api/conversations/:id/transcripts',
    access: 'conversations.write',
    params: { id: 'conversation' },
    bodies: [({ file, conversation }) => ({ messageId: conversation, fileId: file })],
    succeeds: false,
  },
  {
    route: 'POST /api/conversations/:id/machine-drafts',
    access: 'conversations.write',
    params: { id: 'conversation' },
    bodies: [() => ({ kind: 'reply' })],
    succeeds: false,
  },
  {
    route: 'POST /api/transcripts/:id/corrections',
    access: 'conversations.write',
    params: { id: 'transcript' },
    bodies: [() => ({ words: '我想问分户要带什么' })],
  },
  {
    route: 'GET /api/conversations',
    access: 'conversations.read',
    recorded: 'conversation.listed',
    query: ({ village, officer, contact }) => ({
      queue: 'all',
      channel: 'web',
      scenario: 'business',
      villageId: village,
      assigneeId: officer,
      contactId: contact,
      limit: '5',
    }),
  },
  {
    route: 'GET /api/conversation-counts',
    access: 'conversations.read',
    recorded: { because: 'counts only' },
  },
  {
    route: 'GET /api/conversations/:id',
    access: 'conversations.read',
    recorded: 'conversation.read',
    params: { id: 'conversation' },
  },
  {
    route: 'GET /api/conversations/:id/messages',
    access: 'conversations.read',
    recorded: 'conversation.read',
    params: { id: 'conversation' },
    query: ({ message }) => ({ before: message }),
  },
  {
    route: 'GET /api/conversations/:id/script-suggestions',
    access: 'scripts.read',
    recorded: 'conversation.read',
    params: { id: 'conversation' },
  },
  {
    route: 'GET /api/conversations/:id/explanation',
    access: 'scripts.read',
    recorded: 'conversation.read',
    params: { id: 'conversation' },
  },
  {
    route: 'GET /api/conversations/:id/scripts',
    access: 'scripts.read',
    recorded: 'conversation.read',
    params: { id: 'conversation' },
    query: () => ({ library: 'business', text: '分户', limit: '5' }),
  },
  {
    route: 'POST /api/conversations/:id/messages',
    access: 'conversations.write',
    params: { id: 'conversation' },
    bodies: [
      ({ contact, officerFile }) => ({
        contactId: contact,
        clientKey: newId(),
        body: '您好，请带户口簿。',
        fileIds: [officerFile],
      }),
      ({ contact, script }) => ({
        contactId: contact,
        clientKey: newId(),
        body: '您好，分户请带户口簿。',
        scripts: [{ id: script, version: 1 }],
      }),
    ],
  },
  {
    route: 'POST /api/conversations/:id/notes',
    access: 'conversations.write',
    params: { id: 'conversation' },
    bodies: [({ officer }) => ({ clientKey: newId(), body: '问过村里了', mentions: [officer] })],
    unchecked: { officer: 'who is no colleague is not told' },
  },
  {
    route: 'PUT /api/conversations/:id/draft',
    access: 'conversations.write',
    params: { id: 'conversation' },
    bodies: [
      ({ script, officerFile }) => ({
        kind: 'outbound',
        body: '您好',
        scripts: [{ id: script, version: 1 }],
        fileIds: [officerFile],
      }),
    ],
    unchecked: {
      script: 'one she may not see is left out of the draft',
      officerFile: 'one that is not hers is left out of the draft',
    },
  },
  {
    route: 'POST /api/conversations/:id/typing',
    access: 'conversations.write',
    params: { id: 'conversation' },
  },
  {
    route: 'POST /api/conversations/:id/assignment',
    access: 'conversations.assign',
    params: { id: 'conversation' },
    bodies: [({ officer }) => ({ officerId: officer, reason: '她熟悉', expected: null })],
    reset: 'update conversations set assignee_id = null where id = $1',
  },
  {
    route: 'POST /api/conversations/:id/triage-corrections',
    access: 'conversations.write',
    params: { id: 'conversation' },
    bodies: [
      ({ village }) => ({ field: 'village', value: village }),
      () => ({ field: 'emergency', value: true }),
      () => ({ field: 'scenario', value: 'other_office', office: 'power' }),
    ],
  },
  {
    route: 'POST /api/conversations/:id/closure',
    access: 'conversations.close',
    params: { id: 'conversation' },
    bodies: [
      () => ({
        settlement: 'online',
        emergency: false,
        outcome: '已经答复',
        tell: false,
        toldWay: 'writing',
      }),
    ],
    reset: `with c as (${reopen}) update conversation_holds set released_at = now() where conversation_id = $1 and released_at is null`,
  },
  {
    route: 'POST /api/conversations/:id/reopening',
    access: 'conversations.close',
    params: { id: 'conversation' },
    bodies: [() => ({ reason: '又来问了' })],
    notKept: { reason: 'in a note that says what it is' },
    reset: closed,
  },
  {
    route: 'POST /api/captures',
    access: 'conversations.write',
    bodies: [
      ({ contact, resident, village, officerFile }) => ({
        clientKey: newId(),
        channel: 'walk_in',
        contactId: contact,
        residentId: resident,
        name: '陈大妈',
        phone: '13800000000',
        villageId: village,
        body: '到窗口来问分户',
        fileIds: [officerFile],
        toldBy: '村主任',
        heardAt: new Date(Date.now() - 60_000).toISOString(),
      }),
    ],
    notKept: { name: 'the contact has one', phone: 'the contact has one' },
  },
  {
    route: 'GET /api/messages',
    access: 'conversations.read',
    recorded: 'message.searched',
    query: () => ({ query: '分户', limit: '5' }),
  },
  {
    route: 'GET /api/search',
    access: 'conversations.read',
    recorded: 'message.searched',
    query: ({ village }) => ({
      text: '分户',
      kinds: 'person,message,case',
      villageId: village,
      from: '2020-01-01T00:00:00.000Z',
      until: new Date(Date.now() + 3_600_000).toISOString(),
    }),
  },
  { route: 'GET /api/mentions', access: 'conversations.read', recorded: 'conversation.listed' },
  {
    route: 'POST /api/mentions/:messageId/seen',
    access: 'conversations.read',
    params: { messageId: 'mention' },
  },

  {
    route: 'POST /api/resident/messages',
    access: 'resident',
    bodies: [
      ({ conversation, file, village }) => ({
        conversationId: conversation,
        clientKey: newId(),
        body: '再问一下',
        fileIds: [file],
        name: '陈大妈',
        phone: '13800000000',
        villageId: village,
      }),
    ],
    notKept: { name: 'the contact has one', phone: 'the contact has one' },
    unchecked: { village: 'it is taken with the first message of a new contact only' },
  },
  { route: 'GET /api/resident/conversations', access: 'resident' },
  { route: 'GET /api/resident/conversations/:id', access: 'resident', params: { id: 'conversation' } },
  {
    route: 'GET /api/resident/conversations/:id/messages',
    access: 'resident',
    params: { id: 'conversation' },
    query: ({ message }) => ({ before: message }),
  },
  {
    route: 'POST /api/resident/conversations/:id/rating',
    access: 'resident',
    params: { id: 'conversation' },
    bodies: [() => ({ verdict: 'helped', words: '谢谢' })],
    reset: closed,
  },
  {
    route: 'POST /api/conversations/:id/office-referrals',
    access: 'conversations.write',
    params: { id: 'conversation' },
    bodies: [() => ({ office: 'citizen_hotline', askInDays: 7 })],
    reset: `with c as (update conversations set closed_at = null where id = $1)
      update office_referrals set answer = 'done' where conversation_id = $1`,
  },
  {
    route: 'GET /api/office-referrals',
    access: 'conversations.read',
    recorded: 'conversation.listed',
    query: () => ({ state: 'waiting', office: 'power' }),
  },
  {
    route: 'POST /api/office-referrals/:id/answer',
    access: 'conversations.write',
    params: { id: 'referral' },
    bodies: [() => ({ answer: 'done' })],
    reset: 'update office_referrals set answer = null where id = $1',
  },
  {
    route: 'POST /api/resident/office-referrals/:id/answer',
    access: 'resident',
    params: { id: 'referral' },
    bodies: [() => ({ answer: 'done' })],
    reset: 'update office_referrals set answer = null where id = $1',
  },
]
