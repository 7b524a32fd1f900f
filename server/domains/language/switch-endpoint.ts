import type { EndpointSwitch, LanguagePurpose } from '../../../contract/language.ts'
import { conflict, invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { showEndpoint } from './endpoint.ts'

/**
 * On: only what has answered, and only with the number of an impact assessment (PIPL art. 55: before others are
 * entrusted with personal data). Off at any time.
 */
export async function switchEndpoint(
  tx: Tx,
  actor: Actor,
  purpose: LanguagePurpose,
  { on, assessment = '' }: EndpointSwitch,
): Promise<{ done: true }> {
  // Held, so that what was tried and assessed is what is switched on.
  await tx.client.query('select from language_endpoints where station_id = $1 and purpose = $2 for update', [
    tx.stationId,
    purpose,
  ])
  const endpoint = await showEndpoint(tx, purpose)
  if (!endpoint) throw invalid('先填好接口地址和模型名称。')
  if (on) {
    if (assessment.trim().length < 4) throw invalid('要填个人信息保护影响评估的编号才能打开。')
    if (!endpoint.checkedAt || endpoint.checkFailure)
      throw conflict('还没有试通。请先点“试一下”，通了再打开。')
  }
  await tx.client.query(
    `update language_endpoints set assessment = coalesce($2, assessment), switched_on_by = $3,
       switched_on_at = case when $3::uuid is not null then clock_timestamp() end where station_id = $1 and purpose = $4`,
    [tx.stationId, on ? assessment.trim() : null, on ? actor.id : null, purpose],
  )
  await writeEvents(tx, actor, [
    {
      name: on ? `${purpose}.switched_on` : `${purpose}.switched_off`,
      subject: { kind: 'station', id: tx.stationId },
      data: on ? { assessment: assessment.trim() } : {},
    },
  ])
  return { done: true }
}
