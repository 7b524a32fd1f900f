import { CallbackRefusal } from '../../gateways/wecom/callback-refusal.ts'
import { openCallback } from '../../gateways/wecom/open-callback.ts'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import type { JobDefinition } from '../../platform/jobs/job-plan.ts'
import { inStation } from '../../platform/tenancy.ts'
import { settleChange } from './changes/settle-change.ts'
import { forgetChannel, loadChannel } from './channel.ts'
import { fetchMedia } from './fetch-media.ts'
import { followHintAgain } from './follow-hints.ts'
import { handleAgain } from './handle-item.ts'
import { forgetPlaces } from './sign-in/list-places.ts'

/** The channel's jobs: what fails at every try lies among the dead letters, its bytes in our tables. */
export const wechatJobs: JobDefinition[] = [
  {
    name: 'handle-kf-message',
    retryLimit: 3,
    retryDelaySeconds: 2,
    work: async (context, { stationId, openKfid, msgid }) =>
      handleAgain(
        context,
        (await loadChannel(context, stationId))?.api ?? null,
        stationId,
        String(openKfid),
        String(msgid),
      ),
  },
  {
    name: 'fetch-kf-media',
    retryLimit: 12,
    work: async (context, { stationId, openKfid, msgid, place }) => {
      const channel = await loadChannel(context, stationId)
      const api = channel?.api ?? null
      // Jobs from before a message could have several files name no place.
      await fetchMedia(context, api, stationId, {
        ...{ openKfid: String(openKfid), msgid: String(msgid), place: Number(place ?? 0) },
      })
    },
  },
  {
    name: 'follow-wechat-hint',
    retryLimit: 8,
    work: async (context, { stationId, place }) => {
      if (place === undefined) return
      const channel = await loadChannel(context, stationId)
      await followHintAgain(context, channel?.api ?? null, stationId, String(place))
    },
  },
  {
    name: 'read-wechat-envelope',
    retryLimit: 1,
    retryDelaySeconds: 1,
    work: (context, { stationId, digest }) => readEnvelope(context, stationId, String(digest)),
  },
  {
    name: 'settle-wechat-change',
    work: async (context, { stationId }) => {
      if (!(await inStation(context.pool, stationId, (tx) => settleChange(context, tx)))) return
      forgetChannel(context, stationId)
      forgetPlaces(context)
    },
  },
]

/** A callback that was signed by us and could not be read. After an update of the program, a replay may read it. */
async function readEnvelope(context: Context, stationId: string, digest: string): Promise<void> {
  const { rows } = await inStation(context.pool, stationId, (tx) =>
    tx.client.query(
      'select query, body, received_at from wechat_envelopes where station_id = $1 and digest = $2 and handled_at is null',
      [stationId, digest],
    ),
  )
  if (!rows[0]) return
  const channel = await loadChannel(context, stationId)
  try {
    openCallback(rows[0].query, rows[0].body, channel?.seals ?? [], { now: rows[0].received_at.getTime() })
  } catch (error) {
    if (error instanceof CallbackRefusal) throw new AppError('invalid', `回调读不懂：${error.code}`)
    throw error
  }
  // What it hinted at has been fetched by the sweep since.
  await inStation(context.pool, stationId, (tx) =>
    tx.client.query(
      'update wechat_envelopes set handled_at = clock_timestamp() where station_id = $1 and digest = $2',
      [stationId, digest],
    ),
  )
}
