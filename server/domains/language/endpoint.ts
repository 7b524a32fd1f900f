import type { LanguageEndpoint, LanguagePurpose } from '../../../contract/language.ts'
import type { ModelEndpoint } from '../../gateways/language/post-to-endpoint.ts'
import type { Context } from '../../platform/context.ts'
import { openSecret } from '../../platform/seal-secret.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** The first word was there before there were two purposes, and old keys are sealed with it. */
export const aboutKey = (stationId: string, purpose: LanguagePurpose) => `${purpose} key ${stationId}`

async function readRow(tx: Tx, purpose: LanguagePurpose) {
  const { rows } = await tx.client.query(
    `select d.*, o.name as switcher from language_endpoints d
     left join officers o on o.station_id = $1 and o.id = d.switched_on_by where d.station_id = $1 and d.purpose = $2`,
    [tx.stationId, purpose],
  )
  return rows[0]
}

/** What is set up, without the key; null where nothing is. */
export async function showEndpoint(tx: Tx, purpose: LanguagePurpose): Promise<LanguageEndpoint | null> {
  const row = await readRow(tx, purpose)
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

/** `on`: whether anything of a matter may go there, and since when. */
export type OpenEndpoint = ModelEndpoint & { on: boolean; onSince: Date | null; changedAt: Date }

/** The endpoint to be asked. */
export async function openEndpoint(
  { config }: Pick<Context, 'config'>,
  tx: Tx,
  purpose: LanguagePurpose,
): Promise<OpenEndpoint | null> {
  const row = await readRow(tx, purpose)
  if (!row) return null
  return {
    address: row.address,
    model: row.model,
    key: row.sealed_key ? openSecret(config.dataDir, aboutKey(tx.stationId, purpose), row.sealed_key) : null,
    allowed: config.innerModels,
    on: row.switched_on_at !== null,
    onSince: row.switched_on_at,
    changedAt: row.changed_at,
  }
}
