import type { Row } from './row.ts'

const household = { id: 'household' } as const
/** As it was before: the household stands, and who lives there is who the register says. */
const again = `update households set resident_until_on = null, ended_how = null, merged_into_id = null where id = $1`
const write = { access: 'residents.write', params: household, reset: again } as const

/** Households and what becomes of them. That the deeds succeed is shown by the tests of the domain. */
export const householdRows: Row[] = [
  {
    route: 'GET /api/households',
    access: 'residents.read',
    recorded: 'resident.searched',
    query: ({ village }) => ({
      query: '陈',
      villageId: village,
      state: 'resident',
      sort: 'people',
      limit: '5',
    }),
  },
  {
    route: 'GET /api/households/:id/matters',
    access: 'residents.read',
    recorded: 'conversation.listed',
    params: household,
  },
  {
    route: 'GET /api/villages/:id',
    access: 'residents.read',
    recorded: 'conversation.listed',
    params: { id: 'village' },
  },
  {
    route: 'GET /api/households/:id',
    access: 'residents.read',
    recorded: 'household.read',
    params: household,
  },
  {
    route: 'POST /api/households',
    access: 'residents.write',
    bodies: [
      ({ village, resident, word }) => ({
        villageId: village,
        address: `九组${word()}号`,
        villageGroup: '九组',
        note: '新屋',
        on: '2026-01-05',
        people: [resident],
        headId: resident,
        sameDoor: true,
      }),
    ],
    succeeds: false,
  },
  {
    route: 'PATCH /api/households/:id',
    ...write,
    bodies: [
      () => ({ address: '九组1号', villageGroup: '九组', note: '门口有井', sameDoor: true }),
      ({ resident }) => ({ headId: resident }),
    ],
    succeeds: false,
  },
  {
    route: 'POST /api/households/:id/arrivals',
    ...write,
    bodies: [
      () => ({ kind: 'born', on: '2026-01-05', name: '未取名', phone: '13800000000', note: '县医院' }),
      ({ resident }) => ({ kind: 'registered', on: '2026-01-05', residentId: resident }),
    ],
    succeeds: false,
  },
  {
    route: 'POST /api/households/:id/leavings',
    ...write,
    bodies: [
      ({ resident }) => ({
        residentId: resident,
        kind: 'moved_out',
        on: '2026-01-05',
        headId: resident,
        endsHousehold: false,
        note: '去了县城',
      }),
    ],
    succeeds: false,
  },
  {
    route: 'POST /api/households/:id/absences',
    ...write,
    bodies: [({ resident }) => ({ residentId: resident, reason: 'work', place: '东莞', on: '2026-01-05' })],
    succeeds: false,
  },
  {
    route: 'POST /api/households/:id/returns',
    ...write,
    bodies: [({ resident }) => ({ residentId: resident, on: '2026-01-05' })],
    succeeds: false,
  },
  {
    route: 'POST /api/households/:id/end',
    ...write,
    bodies: [() => ({ kind: 'moved_out', on: '2026-01-05', note: '全家去了县城' })],
    succeeds: false,
  },
  ...['split-preview', 'splits'].map(
    (deed): Row => ({
      route: `POST /api/households/:id/${deed}`,
      ...write,
      bodies: [
        ({ resident, case: matter }) => ({
          people: [resident],
          address: '九组2号',
          villageGroup: '九组',
          headId: resident,
          restHeadId: resident,
          on: '2026-01-05',
          caseId: matter,
          note: '儿子成家',
          sameDoor: true,
        }),
      ],
      succeeds: false,
    }),
  ),
  ...['merge-preview', 'mergers'].map(
    (deed): Row => ({
      route: `POST /api/households/:id/${deed}`,
      ...write,
      bodies: [
        ({ household: into, resident, case: matter }) => ({
          intoId: into,
          headId: resident,
          on: '2026-01-05',
          caseId: matter,
          note: '住到一起了',
        }),
      ],
      succeeds: false,
    }),
  ),
  {
    route: 'POST /api/household-changes/:id/undo',
    access: 'residents.write',
    params: { id: 'householdChange' },
    succeeds: false,
  },
]
