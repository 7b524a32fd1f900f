import type { WecomPlaces } from '../../../../contract/wecom-sign-in.ts'
import type { Context } from '../../../platform/context.ts'
import { listStations } from '../../officers/views.ts'
import { loadChannel } from '../channel.ts'

const keptMs = 10_000
const keptBy = new WeakMap<object, { at: number; places: Promise<WecomPlaces['items']> }>()

/** The stations whose channel is set up for sign-in. Asked by everybody who opens the sign-in page: kept a few seconds. */
export function listPlaces(context: Pick<Context, 'pool' | 'config'>): Promise<WecomPlaces['items']> {
  const kept = keptBy.get(context.pool)
  if (kept && performance.now() - kept.at < keptMs) return kept.places
  const places = findPlaces(context)
  keptBy.set(context.pool, { at: performance.now(), places })
  places.catch(() => keptBy.delete(context.pool))
  return places
}

/** After a change of the set-up: this process looks again at once. */
export function forgetPlaces(context: Pick<Context, 'pool'>): void {
  keptBy.delete(context.pool)
}

async function findPlaces(context: Pick<Context, 'pool' | 'config'>): Promise<WecomPlaces['items']> {
  const places: WecomPlaces['items'] = []
  for (const { id, code, name } of await listStations(context.pool)) {
    const channel = await loadChannel(context, id)
    if (channel?.api && channel.agentId) places.push({ code, name })
  }
  return places
}
