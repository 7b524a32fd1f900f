import type { Pool } from '../../server/platform/database/pool.ts'
import { gramsOf } from '../../server/platform/search/grams.ts'
import { soundGramsOf } from '../../server/platform/search/sounds.ts'
import { inStation } from '../../server/platform/tenancy.ts'
import { insertRows, type Rows, type RowsOf, type StationTable } from './insert-rows.ts'
import { tableOrder } from './ledger.ts'

const atOnce = 4000
const beforeLedger = [
  'households',
  'residents',
  'householdMembers',
  'residentAbsences',
  'householdChanges',
  'contacts',
  'chatGroups',
  'workAccounts',
  'officerWecomMembers',
  'contactDoors',
  'contactTags',
  'externalPeople',
  'workContacts',
  'chatGroupMembers',
  'chatGroupChanges',
  'dutyShifts',
  'broadcasts',
  'broadcastVersions',
  'broadcastSteps',
  'broadcastTasks',
  'broadcastConfirmations',
  'broadcastTargets',
  'rumours',
  'rumourMoves',
  'rumourEvidence',
  'rumourReplies',
  'rumourApprovals',
  'rumourGroups',
  'rumourGroupQuestions',
  'rumourGroupAnswers',
] as const

/**
 * Puts a page of the town into the database, in transactions of a few thousand rows. Events and search entries point
 * to nothing and go in beside the rest.
 */
export async function savePage(pool: Pool, stationId: string, rows: RowsOf): Promise<void> {
  const events = (rows.events ?? []).sort((a, b) => (a.at as Date).getTime() - (b.at as Date).getTime())
  await Promise.all([
    saveInOrder(pool, stationId, rows),
    saveTable(pool, stationId, 'messageGrams', indexMessages(rows))
      .then(() => saveTable(pool, stationId, 'messageSounds', indexSounds(rows)))
      .then(() => saveTable(pool, stationId, 'events', events)),
  ])
}

async function saveInOrder(pool: Pool, stationId: string, rows: RowsOf): Promise<void> {
  for (const table of [...beforeLedger, ...tableOrder])
    if (table !== 'events') await saveTable(pool, stationId, table, rows[table] ?? [])
}

/** Makes every message searchable, the way the search job does it. */
function indexMessages(rows: RowsOf): Rows<'messageGrams'> {
  return (rows.messages ?? [])
    .filter((message) => message.body)
    .map(({ id, body, receivedAt }) => ({ messageId: id, receivedAt: receivedAt!, grams: gramsOf(body!) }))
}

function indexSounds(rows: RowsOf): Rows<'messageSounds'> {
  return (rows.messages ?? [])
    .filter((message) => message.body)
    .map(({ id, body, receivedAt }) => ({
      messageId: id,
      receivedAt: receivedAt!,
      sounds: soundGramsOf(body!),
    }))
}

async function saveTable<T extends StationTable>(
  pool: Pool,
  stationId: string,
  table: T,
  rows: Rows<T>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) {
    await inStation(pool, stationId, async (tx) => {
      // The plans for checking foreign keys must not read whole tables because these are still small (see load-demo).
      await tx.client.query('set local enable_seqscan = off')
      await insertRows(tx, table, rows.slice(from, from + atOnce))
    })
  }
}
