import type { Api } from '../../gateways/wecom/api/api.ts'
import type { ApiConfig } from '../../gateways/wecom/api/api-config.ts'
import { keepConnections } from '../../gateways/wecom/api/keep-connections.ts'
import { readAesKey } from '../../gateways/wecom/cipher.ts'
import type { CallbackSeal } from '../../gateways/wecom/seal-callback.ts'
import type { Context } from '../../platform/context.ts'
import { openSecret } from '../../platform/seal-secret.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { countCalls } from './count-calls.ts'

/** A station's application in WeCom, opened for use. The newest secret and seal stand first. */
export type Channel = {
  corpId: string
  baseUrl: string
  /** The application's number; null until the administrator has typed it in. */
  agentId: number | null
  /** Where members sign in; null for the usual places. */
  loginUrl: string | null
  api: Api | null
  /** The newest, for the one who checks whether WeCom takes it; and whether an older one still counts beside it. */
  secret: string | null
  hasFormerSecret: boolean
  seals: KeptSeal[]
}
type KeptSeal = CallbackSeal & { secretId: string }

/** So long a process goes on with what it read: a retired secret is refused within this and a bit. */
const keptMs = 5000

type Kept = { at: number; channel: Promise<Channel | null> }
const keptBy = new WeakMap<object, Map<string, Kept>>()
const connect = keepConnections()

/** The channel of a station, null where none is set up. */
export function loadChannel(
  context: Pick<Context, 'pool' | 'config'>,
  stationId: string,
): Promise<Channel | null> {
  const kept = keptBy.get(context.pool) ?? new Map<string, Kept>()
  keptBy.set(context.pool, kept)
  const found = kept.get(stationId)
  if (found && performance.now() - found.at < keptMs) return found.channel
  const channel = inStation(context.pool, stationId, (tx) =>
    readChannel(tx, context.config.dataDir, countCalls(context.pool, stationId)),
  )
  const entry = { at: performance.now(), channel }
  kept.set(stationId, entry)
  channel.catch(() => kept.delete(stationId))
  return channel
}

/** After a change: this process asks the database again at once, the others within seconds. */
export function forgetChannel(context: Pick<Context, 'pool'>, stationId: string): void {
  keptBy.get(context.pool)?.delete(stationId)
}

async function readChannel(tx: Tx, dataDir: string, observe: ApiConfig['observe']): Promise<Channel | null> {
  const { rows } = await tx.client.query({
    name: 'read-wechat-channel',
    text: `select c.corp_id, c.base_url, c.agent_id, c.login_url, coalesce((select json_agg(json_build_object('id', s.id, 'kind', s.kind,
        'sealed', encode(s.sealed, 'base64')) order by s.set_at desc) from wechat_secrets s
        where s.station_id = $1 and (s.retires_at is null or s.retires_at > clock_timestamp())), '[]') as secrets
      from wechat_channels c where c.station_id = $1`,
    values: [tx.stationId],
  })
  if (!rows[0]) return null
  const { corp_id: corpId, base_url: baseUrl } = rows[0]
  const secrets = rows[0].secrets as { id: string; kind: string; sealed: string }[]
  const opened = (kind: string) =>
    secrets
      .filter((secret) => secret.kind === kind)
      .map(({ id, sealed }) => ({
        id,
        text: openSecret(dataDir, aboutOf(tx.stationId, id), Buffer.from(sealed, 'base64')),
      }))
  const [secret, ...former] = opened('app_secret').map(({ text }) => text)
  return {
    corpId,
    baseUrl,
    agentId: rows[0].agent_id,
    loginUrl: rows[0].login_url,
    api: secret
      ? connect({ baseUrl, corpId, secret, formerSecrets: former, ...(observe && { observe }) })
      : null,
    secret: secret ?? null,
    hasFormerSecret: former.length > 0,
    seals: opened('callback').map(({ id, text }) => {
      const { token, encodingAesKey } = JSON.parse(text)
      return { token, key: readAesKey(encodingAesKey), receiveId: corpId, secretId: id }
    }),
  }
}

export const aboutOf = (stationId: string, secretId: string) => `wechat ${stationId} ${secretId}`
