import type { DraftingSetup } from '../../../contract/drafting.ts'
import { faultOfAddress } from '../../gateways/language/public-address.ts'
import type { Context } from '../../platform/context.ts'
import { invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { sealSecret } from '../../platform/seal-secret.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { aboutKey } from './endpoint.ts'

/**
 * Another address, model or key. It is off afterwards: the assessment was of what stood there before. A key belongs to its
 * address, so with another address the kept one goes.
 */
export async function setUpEndpoint(
  { config }: Pick<Context, 'config'>,
  tx: Tx,
  actor: Actor,
  setup: DraftingSetup,
): Promise<{ done: true }> {
  const address = setup.address.trim().replace(/\/+$/, '')
  const fault = faultOfAddress(address, config.innerModels)
  if (fault) throw invalid(fault)
  const key = setup.key?.trim()
  const sealed = key ? sealSecret(config.dataDir, aboutKey(tx.stationId), key) : null
  await tx.client.query(
    `insert into drafting_endpoints (station_id, address, model, sealed_key, changed_by) values ($1, $2, $3, $4, $5)
     on conflict (station_id) do update set address = excluded.address, model = excluded.model,
       sealed_key = coalesce(excluded.sealed_key, case when drafting_endpoints.address = excluded.address then drafting_endpoints.sealed_key end),
       changed_by = excluded.changed_by, changed_at = clock_timestamp(), checked_at = null, check_failure = null,
       assessment = null, switched_on_by = null, switched_on_at = null`,
    [tx.stationId, address, setup.model.trim(), sealed, actor.id],
  )
  await writeEvents(tx, actor, [
    {
      name: 'drafting.set_up',
      subject: { kind: 'station', id: tx.stationId },
      data: { host: new URL(address).host, model: setup.model.trim(), key: Boolean(key) },
    },
  ])
  return { done: true }
}
