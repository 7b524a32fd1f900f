import { createHash, randomBytes } from 'node:crypto'
import type { PageSignature } from '../../../contract/sidebar.ts'
import type { Api } from '../../gateways/wecom/api/api.ts'
import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import { keepToken, type TokenSource } from '../../gateways/wecom/api/token-source.ts'
import { fetchJsTicket } from '../../gateways/wecom/calls/fetch-js-ticket.ts'
import { signJsPage } from '../../gateways/wecom/calls/sign-js-page.ts'
import type { Context } from '../../platform/context.ts'
import { AppError, invalid } from '../../platform/errors.ts'
import { inStation } from '../../platform/tenancy.ts'
import { loadChannel } from './channel.ts'
import { keepTicket } from './keep-ticket.ts'

type Kind = 'corporation' | 'application'

/** Where the request came to: the installation's own address, or without one the host it was asked by. */
export type Own = { publicUrl: string | undefined; host: string | undefined }

/**
 * The signatures by which the client gives our sidebar the right to ask who is at hand and to send. Only an address of
 * this station's own sidebar is signed: with a signature another page could send in an officer's name.
 */
export async function signPage(
  context: Pick<Context, 'pool' | 'config'>,
  stationId: string,
  url: string,
  own: Own,
): Promise<PageSignature> {
  const { code, agentId } = await readStation(context, stationId)
  if (!isOwnSidebar(url, code, own)) throw invalid('只给本所的侧边栏页面签名，这个地址不是。')
  const channel = await loadChannel(context, stationId)
  if (!channel?.api)
    throw new AppError('unavailable', '本所还没有接入企业微信，请管理员在“设置 · 微信”里填写。')
  if (!agentId)
    throw new AppError('unavailable', '还没有填应用的 AgentId，请管理员在“设置 · 微信”里填写后再打开。')
  const { api, corpId, baseUrl } = channel
  const apps = { corporation: [baseUrl, corpId], application: [baseUrl, corpId, agentId] }
  const sign = async (kind: Kind) => {
    const ticket = await ticketOf(context, stationId, api, kind, digest(apps[kind])).take()
    const nonce = randomBytes(12).toString('hex')
    const timestamp = Math.floor(Date.now() / 1000)
    return { nonce, timestamp, signature: signJsPage(ticket, nonce, timestamp, url) }
  }
  try {
    const [corporation, application] = await Promise.all([sign('corporation'), sign('application')])
    return { corpId, agentId, corporation, application }
  } catch (error) {
    if (error instanceof ApiError) throw new AppError('unavailable', error.message)
    throw error
  }
}

/** Scheme and host as well as path: what is not exactly ours is not signed. */
export function isOwnSidebar(url: string, code: string, { publicUrl, host }: Own): boolean {
  if (!URL.canParse(url)) return false
  const { origin, host: asked, protocol, pathname, username, password } = new URL(url)
  if (username || password) return false
  const here = publicUrl
    ? origin === new URL(publicUrl).origin
    : asked === host && (protocol === 'https:' || protocol === 'http:')
  return here && (pathname === `/sidebar/${code}` || pathname.startsWith(`/sidebar/${code}/`))
}

async function readStation({ pool }: Pick<Context, 'pool'>, stationId: string) {
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query(
      `select s.code, c.agent_id from stations s left join wechat_channels c on c.station_id = s.id where s.id = $1`,
      [stationId],
    ),
  )
  return { code: rows[0].code as string, agentId: rows[0].agent_id as number | null }
}

const digest = (parts: unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/** One fetch of a ticket however many ask, in this process by the source and between processes by the database. */
const sources = new WeakMap<Api, Map<string, TokenSource>>()

function ticketOf(
  context: Pick<Context, 'pool' | 'config'>,
  stationId: string,
  api: Api,
  kind: Kind,
  ofApp: string,
): TokenSource {
  const kept = sources.get(api) ?? new Map<string, TokenSource>()
  sources.set(api, kept)
  const key = `${stationId} ${kind} ${ofApp}`
  const source =
    kept.get(key) ??
    keepToken(() => fetchJsTicket(api, kind), api.config.now, keepTicket(context, { stationId, kind, ofApp }))
  kept.set(key, source)
  return source
}
