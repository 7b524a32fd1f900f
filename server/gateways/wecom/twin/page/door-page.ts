import type { Page } from '../http/serve.ts'
import { baseOf } from './base.ts'
import { html, sendHtml } from './html.ts'
import { layout } from './layout.ts'

const mostShown = 50

/** Where a door's link leads: here one says whose phone scanned it; then the chat opens. */
export const doorPage: Page = (world, url, _request, response) => {
  const base = baseOf(world)
  const path = url.pathname.slice(world.settings.http.pathPrefix.length)
  const address = `${world.publicUrl}${path}${url.search}`
  const link = address.split('&scene_param=')[0]
  const account = [...world.kf.accounts.values()].find(({ doors }) => doors.some((door) => door.url === link))
  if (!account) {
    const words = html`<p class="notice">这个链接已经失效，请向派出所要新的。</p>`
    sendHtml(response, layout('没有这个门', words, { base }), 404)
    return
  }
  const choices = [...world.people.values()].slice(0, mostShown).map(
    (person) => html`<form method="post" action="${base}/scan">
<input type="hidden" name="address" value="${address}"><input type="hidden" name="who" value="${person.externalUserId}">
<button class="grow">${person.name}</button></form>`,
  )
  const body = html`<h1>${account.name}</h1><p>谁扫了这个码？</p><div class="row">${choices}
<form method="post" action="${base}/scan"><input type="hidden" name="address" value="${address}">
<button class="main">一位新居民</button></form></div>`
  sendHtml(response, layout(account.name, body))
}
