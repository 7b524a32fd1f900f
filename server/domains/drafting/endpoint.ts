import type { DraftingEndpoint } from '../../../contract/drafting.ts'
import type { ModelEndpoint } from '../../gateways/language/ask-model.ts'
import type { Context } from '../../platform/context.ts'
import { openSecret } from '../../platform/seal-secret.ts'
import type { Tx } from '../../platform/tenancy.ts'

export const aboutKey = (stationId: string) => `drafting key ${stationId}`

async function readRow(tx: Tx) {
  const { rows } = await tx.client.query(
    `select d.*, o.name as switcher from drafting_endpoints d
     left join officers o on o.station_id = $1 and o.id = d.switched_on_by where d.station_id = $1`,
    [tx.stationId],
  )
  return rows[0]
}

/** What is set up, without the key; null where nothing is. */
export async function showEndpoint(tx: Tx): Promise<DraftingEndpoint | null> {
  const row = await readRow(tx)
  if (!row) return null
  return {
    address: row.address,
    model: row.model,
    hasKey: row.sealed_key !== null,
    checkedAt: row.checked_at?.toISOString() ?? null,
    checkFailure: row.check_failure,
    assessment: row.assessment ?? '',
    switchedOnAt: row.switched_on_at?.toISOString() ?? null,
    switchedOnBy: row.switched_on_by ? { id: row.switched_on_by, name: row.switcher } : null,
  }
}

/** The endpoint to be asked; `on`: whether words of a matter may go there. */
export async function openEndpoint(
  { config }: Pick<Context, 'config'>,
  tx: Tx,
): Promise<(ModelEndpoint & { on: boolean; changedAt: Date }) | null> {
  const row = await readRow(tx)
  if (!row) return null
  return {
    address: row.address,
    model: row.model,
    key: row.sealed_key ? openSecret(config.dataDir, aboutKey(tx.stationId), row.sealed_key) : null,
    allowed: config.innerModels,
    on: row.switched_on_at !== null,
    changedAt: row.changed_at,
  }
}
