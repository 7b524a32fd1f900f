import type { Row } from './row.ts'

const draft = {
  title: '办证要带什么',
  body: '您好，请带户口簿。',
  keywords: ['办证'],
  basis: '户口登记条例',
  expiresOn: '2099-01-01',
}
const scope = ({ village }: { village: string }) => ({ auxiliaryMay: true, villageIds: [village] })

/** Scripts, service guides, statistics. */
export const serviceRows: Row[] = [
  {
    route: 'GET /api/scripts',
    access: 'scripts.read',
    recorded: { because: 'scripts, unfilled' },
    query: ({ village }) => ({
      library: 'business',
      text: '分户',
      villageId: village,
      state: 'usable',
      pending: 'false',
      limit: '5',
    }),
  },
  {
    route: 'GET /api/scripts/:id',
    access: 'scripts.read',
    recorded: { because: 'scripts, unfilled' },
    params: { id: 'script' },
  },
  {
    route: 'POST /api/script-suggestions',
    access: 'scripts.read',
    bodies: [({ village }) => ({ text: '分户要带什么', villageId: village })],
    unchecked: { village: 'with a village nobody has, the scripts for all villages fit' },
    notKept: { text: 'only looked at, and kept nowhere' },
  },
  {
    route: 'POST /api/scripts',
    access: 'scripts.write',
    bodies: [({ village }) => ({ library: 'business', ...draft, ...scope({ village }) })],
  },
  {
    route: 'POST /api/scripts/:id/versions',
    access: 'scripts.write',
    params: { id: 'script' },
    bodies: [() => draft],
  },
  {
    route: 'PATCH /api/scripts/:id',
    access: 'scripts.approve',
    params: { id: 'script' },
    bodies: [scope],
    reset: 'update script_versions set drafted_by = null where script_id = $1',
  },
  {
    route: 'POST /api/script-approvals',
    access: 'scripts.approve',
    bodies: [({ script }) => ({ items: [{ scriptId: script, version: 1 }] })],
    succeeds: false,
  },
  { route: 'POST /api/scripts/:id/retirement', access: 'scripts.approve', params: { id: 'script' } },

  {
    route: 'GET /api/guides',
    access: 'services.read',
    recorded: { because: 'guides' },
    query: () => ({ text: '分户', category: 'household' }),
  },
  {
    route: 'GET /api/guides/:slug',
    access: 'services.read',
    recorded: { because: 'guides' },
    params: { slug: 'guideSlug' },
  },
  {
    route: 'PATCH /api/guides/:id',
    access: 'services.write',
    params: { id: 'guide' },
    bodies: [
      async ({ guideVersion }) => ({
        version: await guideVersion(),
        name: '分户',
        summary: '一户分成两户',
        conditions: ['有自己的房子'],
        materials: [
          {
            key: 'household-register',
            name: '户口簿',
            form: 'original',
            copies: 1,
            electronic: false,
            shared: false,
            neededWhen: '总是要',
            note: '要原件',
          },
        ],
        feeYuan: 0,
        feeNote: '不收费',
        timeLimit: '当场',
        workingDays: 3,
        where: '户籍窗口',
        online: '省厅网站',
        steps: ['取号'],
        mistakes: ['忘带户口簿'],
        notAskedFor: ['村里的证明'],
        legalBasis: ['户口登记条例'],
        askedAs: ['怎么分户'],
        bookable: true,
        minutes: 15,
        needsCheck: false,
        expiresOn: '2099-01-01',
        hidden: false,
      }),
    ],
    reset: 'update guides set bookable = true, minutes = 15, hidden_at = null where id = $1',
  },
  {
    route: 'GET /api/public/guides',
    access: 'public',
    recorded: { because: 'guides' },
    query: () => ({ stationCode: '430182901', text: '分户', category: 'household' }),
  },
  {
    route: 'GET /api/public/guides/:slug',
    access: 'public',
    recorded: { because: 'guides' },
    params: { slug: 'guideSlug' },
    query: () => ({ stationCode: '430182901' }),
  },

  {
    route: 'GET /api/statistics',
    access: 'statistics.read',
    recorded: { because: 'counts only' },
    query: ({ village }) => ({ month: '2026-01', village, channel: 'web' }),
  },
  {
    route: 'GET /api/statistics/:key/rows',
    access: 'statistics.read',
    recorded: 'figure.listed',
    params: { key: "'matters_by_village'" },
    query: ({ village }) => ({
      from: '2026-01-05',
      to: '2026-01-12',
      village,
      channel: 'web',
      counted: 'yes',
      limit: '5',
    }),
  },
  {
    route: 'POST /api/exports',
    access: 'exports.make',
    stepUp: true,
    bodies: [
      ({ village }) => ({
        figure: 'matters_by_village',
        from: '2026-01-05',
        to: '2026-01-12',
        village,
        channel: 'web',
        part: village,
        counted: 'yes',
      }),
      () => ({ figure: 'matters_by_village', month: '2026-01' }),
    ],
    unchecked: { village: 'a filter: a village that is not there has no rows' },
    notKept: { part: 'a filter', month: 'a filter' },
  },
  {
    route: 'GET /api/reviews',
    access: 'matters.review',
    recorded: { because: 'as figure.listed, once chance has drawn some (reviews.test.ts)' },
    query: () => ({ month: '2026-01' }),
  },
  {
    route: 'POST /api/reviews',
    access: 'matters.review',
    bodies: [
      ({ conversation }) => ({
        month: '2026-01',
        kind: 'conversation',
        id: conversation,
        wasEmergency: true,
        note: '当时有人受伤',
      }),
    ],
    succeeds: false,
  },
  { route: 'GET /api/station-home', access: 'conversations.read', recorded: 'my_work.listed' },
]
