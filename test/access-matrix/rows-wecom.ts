import type { Row } from './row.ts'

/** Sign-in of officers by WeCom, and which member of the corporation each is. */
export const wecomRows: Row[] = [
  {
    route: 'GET /api/wecom/places',
    access: 'public',
    recorded: { because: 'stations, which everybody may know' },
  },
  {
    route: 'GET /api/wecom/:stationCode/sign-in',
    access: 'public',
    recorded: { because: 'leads away, and shows nothing' },
    params: { stationCode: "'999999999'" },
    query: () => ({ to: '/workbench/' }),
    succeeds: false,
  },
  {
    route: 'GET /api/wecom/:stationCode/signed-in',
    access: 'public',
    recorded: { because: 'leads on, and shows nothing' },
    params: { stationCode: "'999999999'" },
    query: () => ({ code: 'code-of-nobody', state: 'state-of-nobody' }),
    succeeds: false,
  },
  {
    route: 'POST /api/session/wecom-code',
    access: 'public',
    bodies: [() => ({ code: '123456' })],
    refuses: 401,
    succeeds: false,
  },
  {
    route: 'GET /api/wecom-members',
    access: 'officers.manage',
    recorded: { because: 'colleagues' },
  },
  {
    route: 'PUT /api/officers/:id/wecom-member',
    access: 'officers.manage',
    params: { id: 'officer' },
    bodies: [({ word }) => ({ userId: word() })],
  },
  {
    route: 'DELETE /api/officers/:id/wecom-member',
    access: 'officers.manage',
    params: { id: 'officer' },
    reset: `insert into officer_wecom_members (station_id, user_id, officer_id, bound_by)
      select station_id, 'bound-' || id, id, id from officers where id = $1 on conflict do nothing`,
  },
  {
    route: 'GET /api/session/wecom-member',
    access: 'signed_in',
    recorded: { because: 'one’s own binding' },
  },
  { route: 'POST /api/session/wecom-member', access: 'signed_in', stepUp: true, succeeds: false },
  {
    route: 'POST /api/session/wecom-member/confirmation',
    access: 'signed_in',
    stepUp: true,
    bodies: [() => ({ userId: 'bound-to-nobody' })],
    succeeds: false,
  },
  { route: 'DELETE /api/session/wecom-member', access: 'signed_in', succeeds: false },
  {
    route: 'GET /api/session/notices',
    access: 'signed_in',
    recorded: { because: 'one’s own settings' },
  },
  {
    route: 'PUT /api/session/notices',
    access: 'signed_in',
    bodies: [() => ({ unwanted: ['duty_now'], quietFrom: '22:00', quietUntil: '07:00' })],
  },
]
