import type { Api } from '../../gateways/wecom/api/api.ts'
import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import { getServiceState } from '../../gateways/wecom/calls/get-service-state.ts'
import type { Context } from '../../platform/context.ts'
import { inStation } from '../../platform/tenancy.ts'
import { type Chat, stopOfState, tellSession } from './tell-session.ts'

/** An answer was refused because of the chat's state: it is asked for, so that the next one is not tried in vain. */
export async function learnSession(
  { pool }: Pick<Context, 'pool'>,
  api: Api,
  stationId: string,
  talk: Chat & { externalUserId: string },
): Promise<void> {
  const askedAt = new Date()
  try {
    const { state } = await getServiceState(api, talk.openKfid, talk.externalUserId)
    await inStation(pool, stationId, (tx) => tellSession(tx, talk, stopOfState(state), askedAt))
  } catch (error) {
    // The answer has failed as it is, and somebody phones.
    if (!(error instanceof ApiError)) throw error
  }
}
