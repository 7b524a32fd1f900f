import type { Row } from './row.ts'

const broadcast = { id: 'broadcast' } as const

/** What became of a broadcast. No twin of WeCom runs here: where it would be called, nothing succeeds. */
export const broadcastReceiptRows: Row[] = [
  {
    route: 'GET /api/broadcasts/:id/receipts',
    access: 'broadcasts.read',
    recorded: { because: 'numbers, and names of colleagues alone' },
    params: broadcast,
  },
  {
    route: 'POST /api/broadcasts/:id/receipt-exports',
    access: 'exports.make',
    stepUp: true,
    params: broadcast,
  },
  {
    route: 'GET /api/broadcasts/:id/targets',
    access: 'broadcasts.read',
    recorded: 'external_contact.listed',
    params: broadcast,
    query: () => ({ channel: 'contacts', state: 'failed', reason: 'capped', limit: '5' }),
  },
  {
    route: 'GET /api/broadcasts/:id/replies',
    access: 'broadcasts.read',
    recorded: 'conversation.listed',
    params: broadcast,
  },
  {
    route: 'POST /api/broadcasts/:id/tasks/:taskId/reminders',
    access: 'broadcasts.write',
    // Nothing is carried here: there is no task to name.
    params: { id: 'broadcast', taskId: 'broadcast' },
    nothingOwn: true,
    succeeds: false,
  },
  {
    route: 'GET /api/conversations/:id/broadcasts',
    access: 'conversations.read',
    recorded: 'conversation.read',
    params: { id: 'conversation' },
  },
  { route: 'GET /api/resident/notices', access: 'resident' },
]
