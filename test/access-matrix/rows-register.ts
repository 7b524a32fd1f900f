import type { Row } from './row.ts'

const access = 'residents.import'
const params = { id: 'registerImport' } as const
const csv = Buffer.from('姓名,村,门牌\n李桂英,东村,1号').toString('base64')

/** Rosters into the register and lists out of it. */
export const registerRows: Row[] = [
  {
    route: 'POST /api/register-imports',
    access,
    bodies: [() => ({ name: '名册.csv', content: csv })],
    notKept: { content: 'a file, read and not kept' },
    slow: true,
  },
  {
    route: 'GET /api/register-imports',
    access,
    recorded: { because: 'names of files and officers, no resident' },
  },
  { route: 'GET /api/register-imports/:id', access, recorded: 'register_import.listed', params },
  {
    route: 'POST /api/register-imports/:id/check',
    access,
    params,
    bodies: [({ village }) => ({ columns: ['name', 'village', 'door'], villageId: village })],
    reset: `update register_imports set state = 'checked', then_write = false where id = $1`,
  },
  {
    route: 'GET /api/register-imports/:id/rows',
    access,
    recorded: 'register_import.listed',
    params,
    query: () => ({ result: 'doubtful', after: '1', limit: '5' }),
  },
  {
    route: 'POST /api/register-imports/:id/decisions',
    access,
    params,
    bodies: [() => ({ row: 2, decision: 'new' }), () => ({ result: 'doubtful', decision: 'new' })],
    reset: `update register_imports set state = 'checked', then_write = false where id = $1`,
  },
  {
    route: 'POST /api/register-imports/:id/report',
    access,
    params,
    bodies: [() => ({ result: 'doubtful' })],
  },
  {
    route: 'POST /api/register-imports/:id/start',
    access,
    params,
    reset: `update register_imports set state = 'checked', then_write = false where id = $1`,
  },
  {
    route: 'POST /api/register-imports/:id/stop',
    access,
    params,
    reset: `update register_imports set state = 'importing', then_write = false where id = $1`,
  },
  {
    route: 'POST /api/register-imports/:id/undo',
    access,
    params,
    reset: `update register_imports set state = 'done', then_write = false where id = $1`,
  },
  {
    route: 'POST /api/register-exports/count',
    access: 'exports.make',
    bodies: [({ village }) => ({ kind: 'residents', villageIds: [village], group: '3组', text: '陈' })],
    notKept: { group: 'a filter', text: 'a filter' },
  },
  {
    route: 'POST /api/register-exports',
    access: 'exports.make',
    stepUp: true,
    bodies: [
      ({ village }) => ({
        kind: 'residents',
        villageIds: [village],
        group: '3组',
        text: '陈',
        form: 'csv',
        columns: ['phone'],
        purpose: '上门走访用',
        caseNumber: '261124-0007',
      }),
    ],
    // Nobody lives there: other tests show what is made.
    succeeds: false,
    notKept: { group: 'a filter', text: 'a filter' },
  },
  {
    route: 'GET /api/register-exports',
    access: 'exports.make',
    recorded: { because: 'who asked for what, no resident' },
  },
  {
    route: 'POST /api/register-exports/:id/decision',
    access: 'exports.make',
    stepUp: true,
    params: { id: 'registerExport' },
    bodies: [() => ({ agree: false, reason: '太多了，请只选一个组' })],
    reset: `update register_exports set state = 'waiting', decided_by = null where id = $1`,
  },
  {
    route: 'POST /api/register-exports/:id/withdrawal',
    access: 'exports.make',
    params: { id: 'registerExport' },
    succeeds: false,
  },
  {
    route: 'POST /api/register-exports/:id/file',
    access: 'exports.make',
    stepUp: true,
    params: { id: 'registerExport' },
    // Only who asked for it finds it, and here the chief asks for an officer's.
    nothingOwn: true,
    succeeds: false,
  },
]
