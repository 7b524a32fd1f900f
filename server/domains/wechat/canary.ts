import { sealCallback } from '../../gateways/wecom/seal-callback.ts'
import type { Context } from '../../platform/context.ts'
import { inStation } from '../../platform/tenancy.ts'
import type { Channel } from './channel.ts'
import { takeCallback } from './take-callback.ts'

/**
 * A callback of our own through the whole way that a real one goes: seal, signature, envelope, commit, and back to
 * this worker. Its time on the channel is what the home page looks at: it grows old when any of these stands still.
 */
export async function passCanary(
  context: Pick<Context, 'pool' | 'jobs'>,
  stationId: string,
  channel: Channel,
  everyMs: number,
): Promise<void> {
  const [seal] = channel.seals
  if (!seal || !(await isDue(context, stationId, everyMs))) return
  const sealed = sealCallback(
    seal,
    `<xml><Event>canary</Event><CreateTime>${Date.now()}</CreateTime><Nonce>${Math.random()}</Nonce></xml>`,
  )
  const query = `msg_signature=${sealed.msgSignature}&timestamp=${sealed.timestamp}&nonce=${sealed.nonce}`
  const body = Buffer.from(`<xml><Encrypt>${sealed.encrypt}</Encrypt></xml>`)
  await takeCallback(context, stationId, channel.seals, query, body)
  // Only one that can be read back from the disk has arrived.
  await inStation(context.pool, stationId, (tx) =>
    tx.client.query({
      name: 'note-wechat-canary',
      text: `update wechat_channels c set canary_at = e.received_at
        from (select received_at from wechat_envelopes where station_id = $1 and event = 'canary' order by received_at desc limit 1) e
        where c.station_id = $1`,
      values: [stationId],
    }),
  )
}

async function isDue({ pool }: Pick<Context, 'pool'>, stationId: string, everyMs: number): Promise<boolean> {
  const { rowCount } = await inStation(pool, stationId, (tx) =>
    tx.client.query({
      name: 'is-canary-due',
      text: `select from wechat_channels where station_id = $1
        and coalesce(canary_at, '-infinity') < clock_timestamp() - $2 * interval '1 ms'`,
      values: [stationId, everyMs],
    }),
  )
  return rowCount! > 0
}
