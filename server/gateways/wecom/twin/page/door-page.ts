import type { Page } from '../http/serve.ts'
import { baseOf } from './base.ts'
import { entering } from './forms.ts'
import { html, sendHtml } from './html.ts'
import { layout } from './layout.ts'
import { sendPickPage } from './pick-page.ts'

/** Where a door's link leads: here one says whose phone scanned it; then the chat opens. */
export const doorPage: Page = (world, url, _request, response) => {
  const base = baseOf(world)
  const path = url.pathname.slice(world.settings.http.pathPrefix.length)
  // What the list of people adds to the address is not the door's.
  const own = new URLSearchParams([...url.searchParams].filter(([name]) => name !== 'q' && name !== 'from'))
  const query = Object.fromEntries(own)
  const { scene_param: parameter, ...ofLink } = query
  const search = new URLSearchParams(ofLink).size > 0 ? `?${new URLSearchParams(ofLink)}` : ''
  const link = `${world.publicUrl}${path}${search}`
  const address = parameter === undefined ? link : `${link}&scene_param=${encodeURIComponent(parameter)}`
  const account = [...world.kf.accounts.values()].find(({ doors }) => doors.some((door) => door.url === link))
  if (!account) {
    const words = html`<p class="notice">这个链接已经失效，请向派出所要新的。</p>`
    sendHtml(response, layout('没有这个门', words, { base }), 404)
    return
  }
  sendPickPage(world, url, response, {
    title: account.name,
    query,
    above: html`<div class="card row"><span class="grow">谁扫了这个码？</span>${entering(base, { address }, '一位新居民', 'main')}</div>`,
    button: ({ externalUserId }) => entering(base, { address, who: externalUserId }, '是这位'),
  })
}
