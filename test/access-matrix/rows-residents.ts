import type { Row } from './row.ts'

const person = {
  ...{ name: '刘桂英', phone: '13800000000', note: '耳背', nicknames: ['英嗲'], bornOn: '1950-03-04' },
  ...{ languages: ['宁乡话'], needs: ['hearing'] },
}

/** People and contacts for officers, and what a resident's phone asks of herself. */
export const residentRows: Row[] = [
  {
    route: 'GET /api/residents',
    access: 'residents.read',
    recorded: 'resident.searched',
    query: ({ village }) => ({ query: '陈', villageId: village, limit: '5' }),
  },
  {
    route: 'GET /api/residents/:id',
    access: 'residents.read',
    recorded: 'resident.read',
    params: { id: 'resident' },
  },
  {
    route: 'POST /api/residents',
    access: 'residents.write',
    bodies: [
      ({ household, contact }) => ({ ...person, household: { id: household }, contactId: contact }),
      ({ village }) => ({
        ...person,
        household: { villageId: village, address: '二组3号', residentSinceOn: '2020-01-05' },
      }),
    ],
    reset: 'update contacts set resident_id = null where $1::uuid is null',
  },
  {
    route: 'PATCH /api/residents/:id',
    access: 'residents.write',
    params: { id: 'resident' },
    bodies: [
      ({ household }) => ({ ...person, household: { id: household } }),
      ({ village }) => ({
        household: { villageId: village, address: '二组3号', residentSinceOn: '2020-01-05' },
      }),
    ],
  },
  {
    route: 'GET /api/contacts/:id',
    access: 'residents.read',
    recorded: 'resident.read',
    params: { id: 'contact' },
  },
  {
    route: 'PATCH /api/contacts/:id',
    access: 'residents.write',
    params: { id: 'contact' },
    bodies: [({ village }) => ({ name: '陈大妈', phone: '13800000000', villageId: village })],
  },
  {
    route: 'POST /api/contacts/:id/resident',
    access: 'residents.write',
    params: { id: 'contact' },
    bodies: [({ resident }) => ({ residentId: resident })],
  },
  {
    route: 'GET /api/contacts/:id/reads',
    access: 'residents.read',
    recorded: { because: 'names officers and moments, nothing of hers' },
    params: { id: 'contact' },
  },
  {
    route: 'POST /api/contacts/:id/opt-out',
    access: 'residents.write',
    params: { id: 'contact' },
    bodies: [() => ({ optedOut: true, reason: '她打电话来说的' })],
    // Written once: an answer that stands already adds no row.
    reset: 'update contacts set opted_out_at = null where id = $1',
  },
  { route: 'POST /api/contacts/:id/access-link', access: 'residents.write', params: { id: 'contact' } },
  { route: 'POST /api/contacts/:id/access-code', access: 'residents.write', params: { id: 'contact' } },
  { route: 'DELETE /api/contacts/:id/access', access: 'residents.write', params: { id: 'contact' } },

  {
    route: 'GET /api/public/station',
    access: 'public',
    recorded: { because: 'the station itself' },
    query: () => ({ code: '430182901' }),
  },
  { route: 'POST /api/resident/visit', access: 'public', bodies: [() => ({ stationCode: '430182901' })] },
  { route: 'GET /api/resident/profile', access: 'resident' },
  {
    route: 'PATCH /api/resident/profile',
    access: 'resident',
    bodies: [({ village }) => ({ name: '陈大妈', phone: '13800000000', villageId: village })],
  },
  { route: 'GET /api/resident/reads', access: 'resident', query: () => ({ limit: '5' }) },
  { route: 'GET /api/resident/access-link', access: 'resident' },
  {
    route: 'POST /api/resident/access',
    access: 'public',
    bodies: [() => ({ token: 'A'.repeat(60) })],
    refuses: 401,
    succeeds: false,
  },
  {
    route: 'POST /api/resident/access-code',
    access: 'public',
    bodies: [() => ({ stationCode: '430182901', number: '260105-0001', code: '123456' })],
    refuses: 401,
    succeeds: false,
  },
  { route: 'DELETE /api/resident/access', access: 'visitor', refuses: 401 },

  { route: 'GET /api/resident/consents', access: 'resident' },
  {
    route: 'POST /api/resident/consents',
    access: 'resident',
    bodies: [() => ({ purpose: 'notices', allowed: true })],
  },
]
