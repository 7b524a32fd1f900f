import type { Page } from '../http/serve.ts'
import type { World } from '../world.ts'
import { baseOf } from './base.ts'
import { drawQr } from './draw-qr.ts'
import { choice } from './forms.ts'
import { html, sendHtml } from './html.ts'
import { layout } from './layout.ts'

const mostShown = 50

/** The picture behind qr_code of a contact way or a join way: it leads to the page below. */
export const qrPicture: Page = (world, url, _request, response) => {
  const path = url.pathname.slice(world.settings.http.pathPrefix.length).replace('/qr/', '/join/')
  const picture = drawQr(`${world.publicUrl}${path}${url.search}`).markup
  response.writeHead(200, { 'content-type': 'image/svg+xml; charset=utf-8' }).end(picture)
}

/** Who scanned it? Then the two are contacts. */
export const joinContactPage: Page = (world, url, _request, response) => {
  const way = url.searchParams.get('id') ?? ''
  const words = world.contacts.ways.has(way) ? '谁扫了民警的码？' : null
  askWho(world, response, words, 'scan_contact', way, '加为联系人')
}

/** Who scanned it? Then she is in the group. */
export const joinGroupPage: Page = (world, url, _request, response) => {
  const way = url.searchParams.get('id') ?? ''
  const words = world.groups.joinWays.has(way) ? '谁扫了群的码？' : null
  askWho(world, response, words, 'scan_group', way, '进群')
}

function askWho(
  world: World,
  response: Parameters<Page>[3],
  words: string | null,
  deed: string,
  way: string,
  button: string,
): void {
  const base = baseOf(world)
  if (!words) {
    sendHtml(response, layout('二维码', html`<p class="notice">这个二维码已经失效。</p>`, { base }), 404)
    return
  }
  const options = [...world.people.values()]
    .slice(0, mostShown)
    .map((person): [string, string] => [person.externalUserId, person.name])
  const body = html`<h1>${words}</h1>${choice(base, deed, { way }, { name: 'who', label: words, options, button })}
<p class="quiet small">做完后到「民警」页看结果。</p>`
  sendHtml(response, layout('扫码', body, { base }))
}
