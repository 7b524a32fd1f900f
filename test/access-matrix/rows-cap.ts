import { alertXml } from '../../server/domains/broadcasts/cap/cap.fixture.ts'
import { deliveredGrades } from '../../server/domains/broadcasts/cap/grades.ts'
import type { Row, Things } from './row.ts'

const ofNobody = { because: 'public warnings and texts of the station, of no person' }
const alert = { id: 'capAlert' } as const
const template = { id: 'broadcastTemplate' } as const
/** As it was delivered, with an owner. */
const delivered = `with gone as (delete from broadcast_template_reviews where template_id = $1),
  back as (update broadcast_templates set retired_by = null, retired_at = null where id = $1)
  delete from broadcast_template_versions where template_id = $1 and version > 1`
const content = ({ officer }: Things) => ({
  ...{
    title: '下大雨',
    body: '下大雨请先顾人。',
    spoken: '下大雨了，先顾人。',
    kind: 'warning',
    urgency: 'important',
  },
  ...{ channels: ['groups', 'page'], care: '听不见的上门说', seasonFrom: '04-01', seasonTo: '09-30' },
  ...{ seasonNote: '汛期', basis: '县里通知', capCategory: 'Met', ownerId: officer, reviewOn: '2098-01-01' },
})
const base64 = (identifier: string) => Buffer.from(alertXml({ identifier })).toString('base64')
const approved = `insert into broadcast_steps (station_id, id, broadcast_id, version, step, by_id)
  select b.station_id, gen_random_uuid(), b.id, 1, 'approved', b.made_by from broadcasts b where b.id = $1`

/** Alerts of others in, our own out, and the templates of the seasons. */
export const capRows: Row[] = [
  {
    route: 'GET /api/cap-alerts',
    access: 'broadcasts.read',
    recorded: ofNobody,
    query: ({ capAlert }) => ({ inForce: 'true', limit: '5', after: capAlert }),
  },
  {
    route: 'POST /api/cap-alerts',
    access: 'broadcasts.write',
    bodies: [({ word }) => ({ how: 'pasted', content: base64(word()) })],
  },
  { route: 'GET /api/cap-alerts/:id', access: 'broadcasts.read', recorded: ofNobody, params: alert },
  { route: 'GET /api/cap-alerts/:id/draft', access: 'broadcasts.write', recorded: ofNobody, params: alert },
  { route: 'GET /api/cap-alerts/:id/file', access: 'broadcasts.read', recorded: ofNobody, params: alert },
  {
    route: 'POST /api/cap-alerts/:id/broadcasts',
    access: 'broadcasts.write',
    params: alert,
    // About an earlier one only once that is out: cap.test.ts shows it.
    bodies: [() => ({ about: null }), ({ broadcast }) => ({ about: { id: broadcast, how: 'correction' } })],
    succeeds: false,
  },
  {
    route: 'POST /api/broadcasts/:id/cap-exports',
    access: 'broadcasts.read',
    params: { id: 'broadcast' },
    bodies: [
      () => ({
        ...{ category: 'Met', event: '暴雨', urgency: 'Immediate', severity: 'Severe', certainty: 'Likely' },
      }),
    ],
    reset: approved,
    notKept: { event: 'stands in the file that goes out' },
  },
  { route: 'GET /api/cap-grades', access: 'broadcasts.read', recorded: ofNobody },
  {
    route: 'PUT /api/cap-grades',
    access: 'broadcasts.approve',
    bodies: [() => ({ version: 0, grades: deliveredGrades })],
    reset: 'delete from cap_grade_tables where $1::uuid is null',
  },
  { route: 'GET /api/cap-door', access: 'station.configure', recorded: ofNobody },
  { route: 'POST /api/cap-door', access: 'station.configure' },
  { route: 'DELETE /api/cap-door', access: 'station.configure' },
  {
    route: 'POST /api/cap/:stationCode',
    access: 'public',
    params: { stationCode: "'999999999'" },
    refuses: 401,
    succeeds: false,
  },
  {
    route: 'GET /api/broadcast-templates',
    access: 'broadcasts.read',
    recorded: ofNobody,
    query: () => ({ filter: 'due' }),
  },
  {
    route: 'GET /api/broadcast-templates/:id',
    access: 'broadcasts.read',
    recorded: ofNobody,
    params: template,
  },
  { route: 'POST /api/broadcast-templates', access: 'broadcasts.approve', bodies: [content] },
  {
    route: 'PUT /api/broadcast-templates/:id',
    access: 'broadcasts.approve',
    params: template,
    bodies: [(things) => ({ ...content(things), version: 1 })],
    reset: delivered,
  },
  {
    route: 'POST /api/broadcast-templates/:id/reviews',
    access: 'broadcasts.approve',
    params: template,
    bodies: [() => ({ version: 1, nextOn: inAYear(), note: '还是对的' })],
    reset: delivered,
  },
  {
    route: 'PUT /api/broadcast-templates/:id/retirement',
    access: 'broadcasts.approve',
    params: template,
    reset: delivered,
  },
  {
    route: 'DELETE /api/broadcast-templates/:id/retirement',
    access: 'broadcasts.approve',
    params: template,
    reset: delivered,
  },
  {
    route: 'POST /api/broadcast-templates/:id/broadcasts',
    access: 'broadcasts.write',
    params: template,
    bodies: [({ village }) => ({ villageIds: [village] })],
    reset: delivered,
  },
]

function inAYear(): string {
  return new Date(Date.now() + 360 * 864e5).toISOString().slice(0, 10)
}
