import type { Page } from '../http/serve.ts'
import { personWith } from '../people.ts'
import { baseOf } from './base.ts'
import { entering } from './forms.ts'
import { html, sendHtml } from './html.ts'
import { layout } from './layout.ts'

/** A resident's phone before a chat is open: whom she may write to, her village's account first. */
export const personPage: Page = (world, url, _request, response) => {
  const base = baseOf(world)
  const who = url.searchParams.get('who') ?? ''
  const { name, place = '' } = personWith(world, who)
  const own = ({ name: account }: { name: string }) => Number(place !== '' && account.startsWith(place))
  const accounts = [...world.kf.accounts.values()].sort((a, b) => own(b) - own(a))
  const rows = accounts.map((account) => {
    const address = account.doors[0]?.url
    const opened = Boolean(account.sessions.get(who)?.bubbles.length)
    const way =
      address && !opened
        ? entering(base, { address, who }, '扫码写给它', own(account) ? 'main' : '')
        : html`<a class="button" href="${base}/phone?kf=${account.openKfId}&who=${who}">打开聊天</a>`
    return html`<div class="card row"><strong class="grow">${account.name}</strong>${way}</div>`
  })
  const body = html`<h1>${name} 的手机 <span class="quiet small">${place}</span></h1>
${rows.length > 0 ? rows : html`<p class="quiet">还没有客服账号可以写。</p>`}`
  sendHtml(response, layout(name, body, { base }))
}
