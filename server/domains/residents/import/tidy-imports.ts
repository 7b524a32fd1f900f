import type { Tx } from '../../../platform/tenancy.ts'

/**
 * What was laid aside goes again: a file nobody imported after seven days; of an imported one the cells after a day (what
 * was written is in the register) and with them the way back after thirty.
 */
export async function tidyImports(tx: Tx): Promise<void> {
  await tx.client.query(
    `delete from register_imports where station_id = $1 and state in ('read', 'checking', 'checked') and uploaded_at < now() - interval '7 days'`,
    [tx.stationId],
  )
  await tx.client.query(
    `update register_import_rows r set cells = '{}' from register_imports i
     where i.station_id = $1 and r.station_id = $1 and r.import_id = i.id and cardinality(r.cells) > 0
       and i.state in ('done', 'undone') and coalesce(i.undone_at, i.finished_at) < now() - interval '1 day'`,
    [tx.stationId],
  )
  await tx.client.query(
    `delete from register_import_rows r using register_imports i
     where i.station_id = $1 and r.station_id = $1 and r.import_id = i.id
       and i.state in ('done', 'undone', 'stopped') and i.started_at < now() - interval '30 days'`,
    [tx.stationId],
  )
}
