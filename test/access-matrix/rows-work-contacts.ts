import type { Row } from './row.ts'

const numbers = { because: 'numbers of work accounts, nobody’s matter' }
/** Where a code would be made, WeCom would be called, and no twin of it runs here. */
const noGroup = '01900000-0000-7000-8000-000000000000'

/** Contacts of work accounts, village groups, handing over and the weekly report. No twin of WeCom runs here. */
export const workContactRows: Row[] = [
  { route: 'GET /api/work-accounts', access: 'residents.read', recorded: numbers },
  {
    route: 'GET /api/external-contacts',
    access: 'residents.read',
    recorded: 'external_contact.searched',
    query: ({ village }) => ({
      query: '陈',
      villageId: village,
      account: 'LiXiuYing',
      state: 'live',
      limit: '5',
    }),
  },
  {
    route: 'GET /api/external-contacts/:id',
    access: 'residents.read',
    recorded: 'resident.read',
    params: { id: 'contact' },
  },
  {
    route: 'POST /api/external-contacts/:id/link-refusals',
    access: 'residents.write',
    params: { id: 'contact' },
    bodies: [({ resident }) => ({ residentId: resident })],
  },
  { route: 'GET /api/contact-doors', access: 'residents.read', recorded: numbers },
  {
    route: 'POST /api/contact-doors',
    access: 'station.configure',
    bodies: [({ village }) => ({ label: '宣传栏', villageId: village, accounts: ['Nobody'] })],
    succeeds: false,
  },
  {
    route: 'POST /api/contact-doors/:id/retries',
    access: 'station.configure',
    params: { id: 'contactDoor' },
  },
  { route: 'GET /api/wecom-reconciles', access: 'station.read', recorded: numbers },
  { route: 'POST /api/wecom-reconciles', access: 'station.configure', succeeds: false },
  {
    route: 'GET /api/wecom-reconciles/:id/findings',
    access: 'residents.read',
    recorded: 'external_contact.listed',
    params: { id: 'reconcile' },
    query: () => ({ limit: '5' }),
    nothingOwn: true,
  },
  {
    route: 'GET /api/chat-groups',
    access: 'residents.read',
    recorded: { because: 'groups and how many are in them, nobody’s name' },
    query: ({ village }) => ({ query: '群', villageId: village, state: 'live', limit: '5' }),
  },
  {
    route: 'GET /api/chat-groups/:id',
    access: 'residents.read',
    recorded: 'chat_group.read',
    params: { id: 'chatGroup' },
  },
  {
    route: 'POST /api/chat-groups/:id/village',
    access: 'residents.write',
    params: { id: 'chatGroup' },
    bodies: [({ village }) => ({ villageId: village })],
  },
  {
    route: 'GET /api/chat-group-attendance',
    access: 'residents.read',
    recorded: { because: 'names colleagues and groups, no resident' },
  },
  { route: 'POST /api/chat-group-attendance/exports', access: 'exports.make', stepUp: true },
  { route: 'GET /api/chat-group-doors', access: 'residents.read', recorded: numbers },
  {
    route: 'POST /api/chat-group-doors',
    access: 'station.configure',
    bodies: [({ village }) => ({ label: '入群', villageId: village, groupIds: [noGroup] })],
    succeeds: false,
  },
  {
    route: 'POST /api/chat-group-doors/:id/retries',
    access: 'station.configure',
    params: { id: 'groupDoor' },
  },
  {
    route: 'GET /api/weekly-report',
    access: 'statistics.read',
    recorded: numbers,
    query: () => ({ week: '2026-01-05' }),
  },
  {
    route: 'POST /api/weekly-report/exports',
    access: 'exports.make',
    stepUp: true,
    bodies: [() => ({ week: '2026-01-05' })],
  },
  { route: 'GET /api/handovers', access: 'contacts.transfer', recorded: numbers },
  {
    route: 'GET /api/handover-previews',
    access: 'contacts.transfer',
    recorded: numbers,
    query: () => ({ from: 'LiXiuYing', to: 'ZhaoMin' }),
  },
  {
    route: 'POST /api/handovers',
    access: 'contacts.transfer',
    bodies: [() => ({ from: 'LiXiuYing', to: 'ZhaoMin' })],
    succeeds: false,
  },
  {
    route: 'GET /api/handovers/:id/refusals',
    access: 'contacts.transfer',
    recorded: 'handover.read',
    params: { id: 'handover' },
    nothingOwn: true,
  },
]
