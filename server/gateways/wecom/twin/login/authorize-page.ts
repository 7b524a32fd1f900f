import type { App } from '../corporation/app.ts'
import type { Page } from '../http/serve.ts'
import { html, markup, sendHtml } from '../page/html.ts'
import { layout } from '../page/layout.ts'
import { warn } from '../warn.ts'
import type { World } from '../world.ts'
import { giveCode } from './login-control.ts'

const statePattern = /^[a-zA-Z0-9]{0,128}$/

/** Both ways of signing in: inside the client, and by QR code on a desktop. Here a person says who she is. */
export const authorizePage: Page = (world, url, _request, response) => {
  const query = url.searchParams
  const app = appOf(world, query)
  const target = query.get('redirect_uri') ?? ''
  const refusal = refusalOf(world, app, query, target)
  if (refusal || !app) {
    sendHtml(response, layout('登录', html`<p class="notice">${refusal}</p>`), 400)
    return
  }
  const who = query.get('as')
  if (who !== null) {
    const back = new URL(target)
    const state = query.get('state')
    const privateInfo = query.get('scope') === 'snsapi_privateinfo'
    back.searchParams.set('code', giveCode(world, app, who || 'outsider', privateInfo))
    if (state !== null) back.searchParams.set('state', state)
    response.writeHead(302, { location: back.href }).end()
    return
  }
  const link = (id: string) => `?${new URLSearchParams([...query, ['as', id]])}`
  const members = [...world.corporation.members.values()].filter((member) => !member.left)
  const choices = [
    ...members.map((member) => html`<a class="choice" href="${link(member.userid)}">${member.name}</a>`),
    ...[...world.people.values()]
      .slice(0, 3)
      .map((one) => html`<a class="choice quiet" href="${link(one.externalUserId)}">${one.name}（外部）</a>`),
    html`<a class="choice quiet" href="${link('')}">不认识的人</a>`,
  ]
  const title = url.pathname.endsWith('authorize') ? '在企业微信里登录' : '扫码登录'
  sendHtml(response, layout(title, html`<h1>${title}</h1><p>您是谁？</p>${markup(choices)}`))
}

function appOf(world: World, query: URLSearchParams): App | undefined {
  const agentId = Number(query.get('agentid'))
  const apps = [...world.corporation.apps.values()]
  return query.get('agentid') ? apps.find((app) => app.agentId === agentId) : apps[0]
}

function refusalOf(
  world: World,
  app: App | undefined,
  query: URLSearchParams,
  target: string,
): string | null {
  if (query.get('appid') !== world.settings.corporation.corpId) return 'appid 不是本企业（40013）'
  if (!app) return '没有这个应用（40056）'
  if (!URL.canParse(target)) return 'redirect_uri 不是完整的网址（50001）'
  if (app.redirectDomain !== null && new URL(target).host !== app.redirectDomain)
    return `redirect_uri 不在应用的可信域名下（50001）`
  const state = query.get('state') ?? ''
  if (!statePattern.test(state)) warn(world, 'authorize', 'state has other characters or more than 128')
  return null
}
