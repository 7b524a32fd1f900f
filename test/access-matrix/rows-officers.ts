import type { Row } from './row.ts'

const days = (count: number) => new Date(Date.now() + count * 864e5).toISOString()

/** The station, its villages, officers and duty roster. */
export const officerRows: Row[] = [
  { route: 'GET /api/officers', access: 'officers.read', recorded: { because: 'colleagues' } },
  {
    route: 'POST /api/officers',
    access: 'officers.manage',
    stepUp: true,
    bodies: [
      ({ word, village }) => ({
        username: word(),
        name: '新民警',
        role: 'auxiliary',
        phone: '13800000000',
        villageIds: [village],
      }),
    ],
    slow: true,
  },
  {
    route: 'PATCH /api/officers/:id',
    access: 'officers.manage',
    params: { id: 'officer' },
    bodies: [
      ({ village }) => ({ name: '新民警', role: 'auxiliary', phone: '13800000000', villageIds: [village] }),
    ],
  },
  {
    route: 'POST /api/officers/:id/suspension',
    access: 'officers.manage',
    params: { id: 'officer' },
    bodies: [() => ({ reason: '调走了' })],
    reset: 'update officer_suspensions set until_at = now() where officer_id = $1 and until_at is null',
  },
  { route: 'DELETE /api/officers/:id/suspension', access: 'officers.manage', params: { id: 'officer' } },
  {
    route: 'POST /api/officers/:id/confirmation',
    access: 'conversations.read',
    stepUp: true,
    params: { id: 'officer' },
    reset: `with x as (delete from officer_confirmations where officer_id = $1)
      insert into officer_confirmations (station_id, id, officer_id, reason, asked_by)
      select station_id, gen_random_uuid(), id, 'created', gen_random_uuid() from officers where id = $1`,
    succeeds: false,
  },
  {
    route: 'POST /api/officers/:id/password-reset',
    access: 'officers.manage',
    stepUp: true,
    params: { id: 'officer' },
    bodies: [() => ({ removeSecondFactor: false })],
    slow: true,
  },
  {
    route: 'GET /api/shifts',
    access: 'officers.read',
    recorded: { because: 'colleagues' },
    query: () => ({ from: '2026-01-05', days: '7' }),
  },
  {
    route: 'POST /api/shifts',
    access: 'officers.manage',
    bodies: [
      ({ officer }) => ({
        shifts: [{ officerId: officer, kind: 'patrol', startsAt: days(30), endsAt: days(30.2) }],
      }),
    ],
  },
  { route: 'DELETE /api/shifts/:id', access: 'officers.manage', params: { id: 'shift' } },

  { route: 'GET /api/station', access: 'station.read', recorded: { because: 'the station itself' } },
  {
    route: 'PATCH /api/station',
    access: 'station.configure',
    bodies: [
      () => ({
        name: '测试镇派出所',
        phone: '0731-00000000',
        address: '正街1号',
        latitude: 28.1,
        longitude: 112.3,
        settings: {
          ...{ residentNotice: '周六不办证', firstAnswerMinutes: 15 },
          ...{ quietFrom: '21:30', quietUntil: '06:30', broadcastCap: 'week' },
        },
      }),
    ],
  },
  { route: 'GET /api/villages', access: 'station.read', recorded: { because: 'the station itself' } },
  {
    route: 'POST /api/villages',
    access: 'station.configure',
    bodies: [
      ({ word }) => ({ code: word(), name: word(), aliases: [word()], latitude: 28.1, longitude: 112.3 }),
    ],
  },
  {
    route: 'PATCH /api/villages/:id',
    access: 'station.configure',
    params: { id: 'village' },
    bodies: [({ word }) => ({ name: word(), aliases: [word()], latitude: 28.1, longitude: 112.3 })],
  },
  {
    route: 'POST /api/villages/:id/retirement',
    access: 'station.configure',
    params: { id: 'spareVillage' },
    reset: 'update villages set retired_at = null where id = $1',
  },
  {
    route: 'DELETE /api/villages/:id/retirement',
    access: 'station.configure',
    params: { id: 'spareVillage' },
    reset: 'update villages set retired_at = now() where id = $1',
  },
  {
    route: 'PUT /api/village-order',
    access: 'station.configure',
    bodies: [async ({ villages }) => ({ villageIds: await villages() })],
  },
]
