import type { WechatCheck } from '../../../../contract/wechat.ts'
import type { Api } from '../../../gateways/wecom/api/api.ts'
import { fetchJsTicket } from '../../../gateways/wecom/calls/fetch-js-ticket.ts'
import type { Application } from '../../../gateways/wecom/calls/get-application.ts'
import { appPage, bad, good, refusalOf, unsure } from './check.ts'

/**
 * Whether our pages may stand in the client: both tickets are given, and the trusted domain is the one under which we are
 * asked, `host` with its port.
 */
export async function checkPages(
  api: Api,
  application: Application | null,
  host: string,
): Promise<WechatCheck[]> {
  const checks: WechatCheck[] = []
  try {
    await fetchJsTicket(api, 'corporation')
    await fetchJsTicket(api, 'application')
    checks.push(good('tickets', '侧边栏的网页凭证取得到。'))
  } catch (error) {
    checks.push(bad('tickets', `侧边栏的网页凭证取不到：${refusalOf(error).message}`))
  }
  if (application) checks.push(checkDomain(application.domain, host))
  return checks
}

function checkDomain(domain: string | undefined, host: string): WechatCheck {
  const page = `请在${appPage}的“网页授权及JS-SDK”里把可信域名设为 ${host}；那边要的校验文件，填在上面第一步。`
  // What the server does not tell cannot be called right.
  if (domain === undefined) return unsure('domain', `企业微信没有说可信域名是什么，请自己核对一次。${page}`)
  if (domain === '') return bad('domain', `还没有设置可信域名，扫码登录和侧边栏打不开。${page}`)
  if (domain.toLowerCase() !== host.toLowerCase())
    return bad('domain', `可信域名是 ${domain}，而工作台的网址是 ${host}，扫码登录和侧边栏打不开。${page}`)
  return good('domain', `可信域名 ${domain} 和工作台的网址一致。`)
}
