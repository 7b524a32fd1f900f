import type { Pool } from '../../server/platform/database/pool.ts'
import { inStation } from '../../server/platform/tenancy.ts'
import { insertRows, type Rows } from './insert-rows.ts'
import { indexLedger, type Ledger, type LedgerTable, tableOrder } from './ledger.ts'

const atOnce = 4000

/** Puts what the ledger holds into the database, in transactions of a few thousand rows, and empties it. */
export async function saveLedger(pool: Pool, stationId: string, ledger: Ledger): Promise<void> {
  indexLedger(ledger)
  ledger.rows.events?.sort((a, b) => (a.at as Date).getTime() - (b.at as Date).getTime())
  for (const table of tableOrder) await saveTable(pool, stationId, table, ledger.rows[table] ?? [])
  ledger.clear()
}

export async function saveTable<
  T extends LedgerTable | 'households' | 'residents' | 'contacts' | 'chatGroups' | 'dutyShifts',
>(pool: Pool, stationId: string, table: T, rows: Rows<T>): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) {
    await inStation(pool, stationId, async (tx) => {
      // The same plans must not read whole tables because these are still small (see load-demo).
      await tx.client.query('set local enable_seqscan = off')
      await insertRows(tx, table, rows.slice(from, from + atOnce))
    })
  }
}
