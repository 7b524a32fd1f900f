import type { LanguagePurpose } from '../../../contract/language.ts'
import { askModel } from '../../gateways/language/ask-model.ts'
import { type ModelEndpoint, ModelError } from '../../gateways/language/post-to-endpoint.ts'
import { silence, transcribeSound } from '../../gateways/language/transcribe-sound.ts'
import type { Context } from '../../platform/context.ts'
import { invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { inStation } from '../../platform/tenancy.ts'
import { openEndpoint } from './endpoint.ts'

const timeoutMs = 15_000

/** One question without anybody's words, or a second of silence: what matters is that an answer can be read. */
const tries: Record<LanguagePurpose, (endpoint: ModelEndpoint) => Promise<unknown>> = {
  drafting: (endpoint) =>
    askModel(endpoint, [{ role: 'user', content: '只回答一个字：好' }], { mostTokens: 16, timeoutMs }),
  transcription: (endpoint) => transcribeSound(endpoint, silence(), { timeoutMs }),
}

/** Tries the endpoint without anything of anybody's, and writes down whether it answered. */
export async function checkEndpoint(
  context: Pick<Context, 'pool' | 'config'>,
  stationId: string,
  actor: Actor,
  purpose: LanguagePurpose,
): Promise<{ works: boolean; sentence: string }> {
  const endpoint = await inStation(context.pool, stationId, (tx) => openEndpoint(context, tx, purpose))
  if (!endpoint) throw invalid('先填好接口地址和模型名称，再试。')
  let failure: string | null = null
  try {
    await tries[purpose](endpoint)
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    failure = error.message
  }
  await inStation(context.pool, stationId, async (tx) => {
    // What was changed meanwhile was not tried.
    await tx.client.query(
      `update language_endpoints set checked_at = clock_timestamp(), check_failure = $2
       where station_id = $1 and date_trunc('milliseconds', changed_at) = $3 and purpose = $4`,
      [stationId, failure, endpoint.changedAt, purpose],
    )
    await writeEvents(tx, actor, [
      { name: `${purpose}.checked`, subject: { kind: 'station', id: stationId }, data: { works: !failure } },
    ])
  })
  return { works: !failure, sentence: failure ?? '通了，对方有回答。' }
}
