import type { EndpointSetup, LanguagePurpose } from '../../../contract/language.ts'
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
  purpose: LanguagePurpose,
  setup: EndpointSetup,
): Promise<{ done: true }> {
  const address = setup.address.trim().replace(/\/+$/, '')
  const fault = faultOfAddress(address, config.innerModels)
  if (fault) throw invalid(fault)
  const key = setup.key?.trim()
  // It goes in a header, which takes nothing else.
  if (key && !/^[\x21-\x7e]+$/.test(key)) throw invalid('密钥里有汉字、空格或换行，不像是密钥，请重新复制。')
  const sealed = key ? sealSecret(config.dataDir, aboutKey(tx.stationId, purpose), key) : null
  await tx.client.query(
    `insert into language_endpoints (station_id, purpose, address, model, sealed_key, changed_by) values ($1, $2, $3, $4, $5, $6)
     on conflict (station_id, purpose) do update set address = excluded.address, model = excluded.model,
       sealed_key = coalesce(excluded.sealed_key, case when language_endpoints.address = excluded.address then language_endpoints.sealed_key end),
       changed_by = excluded.changed_by, changed_at = clock_timestamp(), checked_at = null, check_failure = null,
       assessment = null, switched_on_by = null, switched_on_at = null`,
    [tx.stationId, purpose, address, setup.model.trim(), sealed, actor.id],
  )
  await writeEvents(tx, actor, [
    {
      name: `${purpose}.set_up`,
      subject: { kind: 'station', id: tx.stationId },
      data: { host: new URL(address).host, model: setup.model.trim(), key: Boolean(key) },
    },
  ])
  return { done: true }
}
