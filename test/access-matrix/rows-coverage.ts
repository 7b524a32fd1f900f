import type { Row } from './row.ts'

const village = ({ village }: { village: string }) => ({ villageId: village })

/** Coverage of the households, and rounds from door to door. */
export const coverageRows: Row[] = [
  {
    route: 'GET /api/coverage',
    access: 'statistics.read',
    recorded: { because: 'counts only' },
    query: () => ({ day: '2026-09-01' }),
  },
  {
    route: 'GET /api/coverage/groups',
    access: 'statistics.read',
    recorded: { because: 'counts only' },
    query: (things) => ({ ...village(things), day: '2026-09-01' }),
  },
  {
    route: 'GET /api/coverage/trend',
    access: 'statistics.read',
    recorded: { because: 'counts only' },
    query: (things) => ({ ...village(things), day: '2026-09-01' }),
  },
  {
    route: 'GET /api/coverage/households',
    access: 'residents.read',
    recorded: 'figure.listed',
    query: (things) => ({ ...village(things), day: '2026-09-01', group: '1组', reach: 'open', limit: '5' }),
  },
  {
    route: 'GET /api/door-round',
    access: 'residents.read',
    recorded: 'door_round.listed',
    query: (things) => ({ ...village(things), group: '1组', resting: 'yes', limit: '5' }),
  },
  {
    route: 'POST /api/households/:id/door-visits',
    access: 'residents.write',
    params: { id: 'household' },
    bodies: [() => ({ outcome: 'later', visitedAt: new Date().toISOString() })],
  },
  {
    route: 'POST /api/coverage-exports',
    access: 'exports.make',
    stepUp: true,
    bodies: [() => ({ day: '2026-09-01', form: 'csv' })],
  },
]
