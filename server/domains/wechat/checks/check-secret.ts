import type { WechatCheck } from '../../../../contract/wechat.ts'
import type { Api } from '../../../gateways/wecom/api/api.ts'
import { callApi } from '../../../gateways/wecom/api/call-api.ts'
import { connectApi } from '../../../gateways/wecom/api/connect-api.ts'
import type { Channel } from '../channel.ts'
import { bad, good, refusalOf } from './check.ts'

const untrusted = 60020

/**
 * Whether the server takes corporation, secret and our address. While an older secret still counts the calls go on by that one: then
 * the newest is tried by itself, for it is the one that will be left.
 */
export async function checkSecret(
  { baseUrl, corpId, secret, hasFormerSecret }: Channel,
  api: Api,
): Promise<{ connected: boolean; checks: WechatCheck[] }> {
  try {
    await ask(api)
  } catch (error) {
    const refusal = refusalOf(error)
    const ours = /from ip: ?([0-9a-fA-F.:]+)/.exec(refusal.detail)?.[1]
    const seen = ours ? `企业微信看到的出口 IP 是 ${ours}。` : ''
    const check =
      refusal.errcode === untrusted
        ? bad('address', `${seen}${refusal.message}`)
        : bad('secret', refusal.message)
    return { connected: false, checks: [check] }
  }
  const address = good('address', '这台服务器的出口 IP，企业微信放行。')
  if (hasFormerSecret && secret)
    try {
      await ask(connectApi({ baseUrl, corpId, secret }))
    } catch (error) {
      const words = `新填的 Secret 企业微信不认，现在还靠旧的在用，旧的一到期就断。${refusalOf(error).message}`
      return { connected: true, checks: [bad('secret', words), address] }
    }
  return {
    connected: true,
    checks: [good('secret', '企业 ID 和应用的 Secret 都对，企业微信能连上。'), address],
  }
}

const ask = (api: Api) => callApi(api, { method: 'GET', path: 'getcallbackip', expects: 'ip_list' })
