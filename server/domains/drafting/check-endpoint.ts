import { askModel, ModelError } from '../../gateways/language/ask-model.ts'
import type { Context } from '../../platform/context.ts'
import { invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { inStation } from '../../platform/tenancy.ts'
import { openEndpoint } from './endpoint.ts'

/** Asks the model one question without anybody's words, and writes down whether it answered. */
export async function checkEndpoint(
  context: Pick<Context, 'pool' | 'config'>,
  stationId: string,
  actor: Actor,
): Promise<{ works: boolean; sentence: string }> {
  const endpoint = await inStation(context.pool, stationId, (tx) => openEndpoint(context, tx))
  if (!endpoint) throw invalid('先填好接口地址和模型名称，再试。')
  let failure: string | null = null
  try {
    await askModel(endpoint, [{ role: 'user', content: '只回答一个字：好' }], {
      mostTokens: 16,
      timeoutMs: 15_000,
    })
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    failure = error.message
  }
  await inStation(context.pool, stationId, async (tx) => {
    // What was changed meanwhile was not tried.
    await tx.client.query(
      `update drafting_endpoints set checked_at = clock_timestamp(), check_failure = $2
       where station_id = $1 and date_trunc('milliseconds', changed_at) = $3`,
      [stationId, failure, endpoint.changedAt],
    )
    await writeEvents(tx, actor, [
      { name: 'drafting.checked', subject: { kind: 'station', id: stationId }, data: { works: !failure } },
    ])
  })
  return { works: !failure, sentence: failure ?? '通了，模型有回答。' }
}
