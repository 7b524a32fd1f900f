import type { Row, Things } from './row.ts'

const ofNobody = { because: 'texts of the station and counts, of no person' }
const broadcast = { id: 'broadcast' } as const

/** Brings it back to where it was only drafted, or to a step further. */
const at = (step: 'submitted' | 'started' | null) => `
  with forgotten as (delete from broadcast_targets where broadcast_id = $1),
    undone as (delete from broadcast_tasks where broadcast_id = $1),
    gone as (delete from broadcast_steps where broadcast_id = $1 and step <> 'drafted' returning id)
  ${
    step
      ? `insert into broadcast_steps (station_id, id, broadcast_id, version, step, by_id)
         select b.station_id, gen_random_uuid(), b.id, v.version, '${step}', b.made_by from broadcasts b
         join lateral (select max(x.version) as version from broadcast_versions x where x.broadcast_id = b.id) v on true
         -- Named, so that what was there is gone first.
         cross join (select count(*) from gone) g where b.id = $1`
      : 'select'
  }`

const audience = ({ village, chatGroup }: Things) => ({
  villageIds: [village],
  villageGroups: [{ villageId: village, name: '1组' }],
  groupIds: [chatGroup],
  tagIds: [],
  needs: ['听不清'],
  languages: ['宁乡话'],
})
const content = (things: Things) => ({
  ...{ kind: 'warning', urgency: 'emergency', title: '河水上涨', body: '请住在河边的人马上离开。' },
  ...{ spoken: '河边的人马上走', channels: ['groups', 'contacts', 'page'], templateKey: 'flood' },
  fileIds: [things.officerFile],
  audience: audience(things),
  sendAt: '2099-01-05T08:00:00Z',
  shownUntil: '2099-01-06T08:00:00Z',
})
const version = async ({ broadcastDraft }: Things) => ({ version: (await broadcastDraft()).version })

/** Broadcasts: writing, reading over, calling off. */
export const broadcastRows: Row[] = [
  {
    route: 'GET /api/broadcasts',
    access: 'broadcasts.read',
    recorded: ofNobody,
    query: () => ({ filter: 'all', kind: 'warning', query: '河', limit: '5' }),
  },
  { route: 'GET /api/broadcast-figures', access: 'broadcasts.read', recorded: ofNobody },
  { route: 'GET /api/broadcast-audience-options', access: 'broadcasts.write', recorded: ofNobody },
  {
    route: 'POST /api/broadcast-audiences',
    access: 'broadcasts.read',
    bodies: [
      (things) => ({ channels: ['groups', 'contacts'], audience: audience(things), aboutId: null }),
      (things) => ({ channels: ['page'], audience: audience(things), aboutId: things.broadcast }),
    ],
    notKept: { audience: 'a question saves nothing' },
  },
  { route: 'GET /api/broadcasts/:id', access: 'broadcasts.read', recorded: ofNobody, params: broadcast },
  {
    route: 'GET /api/broadcasts/:id/left-out',
    access: 'broadcasts.read',
    recorded: 'external_contact.listed',
    params: broadcast,
    query: () => ({ channel: 'contacts', reason: 'no_consent', limit: '5' }),
  },
  { route: 'POST /api/broadcasts', access: 'broadcasts.write', bodies: [content] },
  {
    route: 'PUT /api/broadcasts/:id/draft',
    access: 'broadcasts.write',
    params: broadcast,
    bodies: [async (things) => ({ ...content(things), ...(await things.broadcastDraft()) })],
    reset: at(null),
  },
  {
    route: 'POST /api/broadcasts/:id/submissions',
    access: 'broadcasts.write',
    params: broadcast,
    bodies: [version],
    reset: at(null),
    // Whatever hostile text the draft holds by then: broadcasts.test.ts submits.
    succeeds: false,
  },
  {
    route: 'POST /api/broadcasts/:id/approvals',
    access: 'broadcasts.approve',
    params: broadcast,
    bodies: [version],
    reset: at('submitted'),
  },
  {
    route: 'POST /api/broadcasts/:id/refusals',
    access: 'broadcasts.approve',
    params: broadcast,
    bodies: [async (things) => ({ ...(await version(things)), note: '写清楚时间' })],
    reset: at('submitted'),
  },
  {
    route: 'POST /api/broadcasts/:id/cancellations',
    access: 'broadcasts.write',
    params: broadcast,
    bodies: [() => ({ note: '不发了' })],
    reset: at(null),
  },
  {
    route: 'POST /api/broadcasts/:id/follow-ups',
    access: 'broadcasts.write',
    params: broadcast,
    bodies: [() => ({ how: 'correction' })],
    reset: at('started'),
  },
]
