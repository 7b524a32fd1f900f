import { clientControl } from '../client/client-control.ts'
import type { Chat, ChatKind } from '../client/state.ts'
import { cookieOf, openPath, stationOf } from '../client/web-view.ts'
import { shapeNow } from '../groups/group.ts'
import type { Page } from '../http/serve.ts'
import type { World } from '../world.ts'
import { baseOf } from './base.ts'
import { line } from './forms.ts'
import { html, type Markup, sendHtml } from './html.ts'
import { layout } from './layout.ts'

const words = { person: '单聊', group: '群聊', kf: '微信客服' } as const

/** The chat's own page in an officer's client, with the toolbar that opens the sidebar. */
export const chatPage: Page = (world, url, _request, response) => {
  const chat = chatOf(url.searchParams)
  const base = baseOf(world)
  const query = queryOf(chat)
  const officer = world.corporation.members.get(chat.officer)?.name
  const body = html`<h1>${nameOf(world, chat)} <span class="quiet small">${words[chat.kind]} · ${officer}</span></h1>
<div class="chat" data-live="${base}/chat/lines?${String(new URLSearchParams(query))}">${linesOf(world, chat)}</div>
<div class="composer">
${chat.kind !== 'kf' && line(base, 'chat_hear', query, { name: 'words', label: '居民说', button: '收到' })}
${line(base, 'chat_say', query, { name: 'words', label: '民警自己写', button: '发送' })}
${
  stationOf(world)
    ? html`<div class="row"><a class="button" href="${openPath(world, query)}">打开侧边栏</a></div>`
    : html`<p class="notice">还没有设置回调，不知道派出所的地址，打不开侧边栏。</p>`
}</div>`
  sendHtml(response, layout(nameOf(world, chat), body, { base }))
}

export const chatLines: Page = (world, url, _request, response) =>
  sendHtml(response, linesOf(world, chatOf(url.searchParams)))

/** The web view beside the chat: from now on this browser plays it. */
export const openSidebar: Page = (world, url, _request, response) => {
  const station = stationOf(world)
  if (!station) throw new Error('还没有设置回调，不知道派出所的地址。')
  const view = clientControl(world).openView(chatOf(url.searchParams))
  response.writeHead(303, { location: `/sidebar/${station.code}/`, 'set-cookie': cookieOf(view) }).end()
}

/** Leads to the chat's page. */
export function chatLink(world: World, chat: Chat): Markup {
  return html`<a class="button" href="${baseOf(world)}/chat?${String(new URLSearchParams(queryOf(chat)))}">聊天</a>`
}

export function chatOf(query: URLSearchParams): Chat {
  const of = (name: string) => query.get(name) ?? ''
  return { officer: of('officer'), kind: of('kind') as ChatKind, id: of('id'), openKfId: of('kf') }
}

const queryOf = ({ officer, kind, id, openKfId }: Chat) => ({ officer, kind, id, kf: openKfId })

function nameOf(world: World, { kind, id }: Chat): string {
  if (kind !== 'group') return world.people.get(id)?.name ?? id
  const group = world.groups.groups.get(id)
  return group ? shapeNow(group).name : id
}

function linesOf(world: World, chat: Chat): Markup {
  const lines = clientControl(world).linesOf(chat)
  if (lines.length === 0) return html`<p class="quiet">还没有说过话。</p>`
  return html`${lines.map(({ from, text }) => html`<div class="bubble${from === 'officer' ? ' own' : ''}">${text}</div>`)}`
}
