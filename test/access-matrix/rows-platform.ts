import { newId } from '../../server/platform/id.ts'
import { password } from '../sign-in.ts'
import type { Row } from './row.ts'

const setup = ({ word }: { word: () => string }) => ({
  token: 'not-the-token',
  stationName: '新派出所',
  code: '430182999',
  phone: '0731-00000000',
  address: '正街1号',
  villages: [{ code: '001', name: '东村', aliases: ['东边村'], latitude: 28.1, longitude: 112.3 }],
  administrator: { username: word(), name: '管理员', password: 'a-long-enough-password' },
})

/** The process, sign-in, first set-up, files, jobs, live streams, the audit log. */
export const platformRows: Row[] = [
  { route: 'GET /health', access: 'public', recorded: { because: 'the process' } },
  { route: 'GET /ready', access: 'public', recorded: { because: 'the process' } },
  { route: 'GET /metrics', access: 'public', recorded: { because: 'counts only' } },
  { route: 'GET /api/openapi.json', access: 'public', recorded: { because: 'the contract' } },
  { route: 'GET /api/reference', access: 'public', recorded: { because: 'the contract' } },
  {
    route: 'GET /api/live',
    access: 'signed_in',
    recorded: { because: 'ids and names of events; what they mean is asked for elsewhere' },
    stream: true,
  },
  { route: 'GET /api/resident/live', access: 'resident', stream: true },

  { route: 'GET /api/session', access: 'signed_in', recorded: { because: 'herself' } },
  { route: 'GET /api/sessions', access: 'signed_in', recorded: { because: 'herself' } },
  { route: 'DELETE /api/sessions/:id', access: 'signed_in', params: { id: 'session' }, nothingOwn: true },
  {
    route: 'POST /api/session',
    access: 'public',
    bodies: [({ word }) => ({ username: word(), password, code: '123456' })],
    notKept: { username: 'compared', password: 'compared' },
    refuses: 401,
    slow: true,
    succeeds: false,
  },
  {
    route: 'POST /api/session/step-up',
    access: 'signed_in',
    bodies: [() => ({ password, code: '123456' })],
    notKept: { password: 'compared' },
    slow: true,
  },
  {
    route: 'POST /api/session/second-factor',
    access: 'signed_in',
    bodies: [() => ({ password })],
    notKept: { password: 'compared' },
    slow: true,
  },
  {
    route: 'POST /api/session/second-factor/confirmation',
    access: 'signed_in',
    bodies: [() => ({ code: '123456' })],
    slow: true,
    succeeds: false,
  },
  {
    route: 'DELETE /api/session/second-factor',
    access: 'signed_in',
    bodies: [() => ({ password, code: '123456' })],
    notKept: { password: 'compared' },
    slow: true,
    succeeds: false,
  },
  // After what needs the old one.
  {
    route: 'POST /api/session/password',
    access: 'signed_in',
    bodies: [() => ({ password, newPassword: password })],
    notKept: { password: 'compared', newPassword: 'kept as a hash' },
    slow: true,
    succeeds: false,
  },
  { route: 'GET /api/setup', access: 'public', recorded: { because: 'whether a station exists' } },
  {
    route: 'POST /api/setup/invitation',
    access: 'public',
    bodies: [() => ({ token: 'not-the-token' })],
    refuses: 403,
    succeeds: false,
  },
  { route: 'POST /api/setup', access: 'public', bodies: [setup], slow: true, succeeds: false },

  { route: 'POST /api/files', access: 'conversations.write', query: () => ({ seconds: '3' }) },
  { route: 'POST /api/resident/files', access: 'resident', query: () => ({ seconds: '3' }) },
  {
    route: 'GET /api/files/:id',
    access: 'conversations.read',
    recorded: 'file.read',
    params: { id: 'file' },
    query: () => ({ variant: 'shown' }),
  },
  {
    route: 'GET /api/resident/files/:id',
    access: 'resident',
    params: { id: 'file' },
    query: () => ({ variant: 'shown' }),
  },

  {
    route: 'GET /api/jobs/dead-letters',
    access: 'jobs.manage',
    recorded: { because: 'jobs carry ids only' },
  },
  {
    route: 'POST /api/jobs/dead-letters/:id/replay',
    access: 'jobs.manage',
    params: { id: 'deadLetter' },
    nothingOwn: true,
  },
  {
    route: 'GET /api/audit/events',
    access: 'audit.read',
    recorded: 'audit.read',
    query: ({ officer, contact }) => ({
      officerId: officer,
      contactId: contact,
      name: 'case.opened',
      day: '2026-01-05',
      after: newId(),
      limit: '5',
    }),
  },
  {
    route: 'GET /api/audit/checkpoints',
    access: 'audit.read',
    recorded: { because: 'hashes and signatures' },
    query: () => ({ after: '5', limit: '5' }),
  },

  // Last of all: whoever calls these is signed out.
  { route: 'DELETE /api/resident/session', access: 'resident' },
  { route: 'DELETE /api/session', access: 'public' },
]
