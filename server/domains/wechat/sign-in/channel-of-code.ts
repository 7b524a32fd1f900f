import type { Context } from '../../../platform/context.ts'
import { findStation } from '../../officers/views.ts'
import { type Channel, loadChannel } from '../channel.ts'

export type SignInChannel = Channel & { api: NonNullable<Channel['api']>; agentId: number; stationId: string }

/** The channel by which officers of this station (its code or id) can sign in; null where there is none. */
export async function signInChannel(
  context: Pick<Context, 'pool' | 'config'>,
  idOrCode: string,
): Promise<SignInChannel | null> {
  const station = await findStation(context.pool, idOrCode)
  const channel = station && (await loadChannel(context, station.id))
  if (!station || !channel?.api || !channel.agentId) return null
  return { ...channel, api: channel.api, agentId: channel.agentId, stationId: station.id }
}
