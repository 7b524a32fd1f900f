import type { CallbackSource } from '../../../contract/wechat.ts'
import type { CallbackEvent } from '../../gateways/wecom/read-callback-event.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** Which place of the admin console an event comes from; null for our own canary and for what says nothing. */
function sourceOf({ kind, event, msgType }: CallbackEvent): CallbackSource | null {
  if (event === 'canary' || (!event && !msgType)) return null
  if (kind === 'kf_waiting' || kind === 'kf_grants' || event.startsWith('kf_')) return 'customer_service'
  if (kind === 'contact' || kind === 'chat' || kind === 'tag') return 'contacts'
  return 'application'
}

const heardEveryMs = 15_000
const heardBy = new WeakMap<object, Map<string, { secretId: string | null; at: number }>>()

/** Our canary says nothing of what is set at WeCom; of many callbacks in a row of one place one a process is enough. */
export async function noteHeard(
  { pool }: Pick<Context, 'pool'>,
  tx: Tx,
  event: CallbackEvent,
  secretId: string | null,
): Promise<void> {
  if (event.event === 'canary') return
  const source = sourceOf(event)
  const noted = heardBy.get(pool) ?? new Map()
  heardBy.set(pool, noted)
  const key = `${tx.stationId} ${source}`
  const last = noted.get(key)
  if (last?.secretId === secretId && performance.now() - last.at < heardEveryMs) return
  await noteVerified(tx, secretId)
  if (source)
    await tx.client.query({
      name: 'note-wechat-source',
      text: `insert into wechat_sources as w (station_id, source, secret_id) values ($1, $2, $3)
        on conflict (station_id, source) do update set heard_at = excluded.heard_at, secret_id = excluded.secret_id
        where w.secret_id is distinct from excluded.secret_id or w.heard_at < clock_timestamp() - interval '20 seconds'`,
      values: [tx.stationId, source, secretId],
    })
  noted.set(key, { secretId, at: performance.now() })
}

/** Another corporation or application: what was heard of the one before says nothing of it. */
export async function forgetHeard(tx: Tx): Promise<void> {
  await tx.client.query('delete from wechat_sources where station_id = $1', [tx.stationId])
}

/** WeCom has signed something with one of our keys: the set-up there fits ours. Written once in a while, not for each. */
export async function noteVerified(tx: Tx, secretId: string | null): Promise<void> {
  await tx.client.query({
    name: 'note-wechat-verified',
    text: `update wechat_channels set verified_at = clock_timestamp(), verified_secret = $2 where station_id = $1
      and (verified_secret is distinct from $2 or coalesce(verified_at, '-infinity') < clock_timestamp() - interval '20 seconds')`,
    values: [tx.stationId, secretId],
  })
}
