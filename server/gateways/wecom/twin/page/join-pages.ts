import type { Page } from '../http/serve.ts'
import type { World } from '../world.ts'
import { baseOf } from './base.ts'
import { drawQr } from './draw-qr.ts'
import { deed } from './forms.ts'
import { html, sendHtml } from './html.ts'
import { layout } from './layout.ts'
import { sendPickPage } from './pick-page.ts'

/** The picture behind qr_code of a contact way or a join way, and of a door: it leads to the page below. */
export const qrPicture: Page = (world, url, _request, response) => {
  const path = url.pathname.slice(world.settings.http.pathPrefix.length).replace('/qr/', '/join/')
  sendQr(response, `${world.publicUrl}${path}${url.search}`)
}

export const doorPicture: Page = (world, url, _request, response) => {
  const path = url.searchParams.get('path') ?? ''
  sendQr(response, `${world.publicUrl}${path.startsWith('/kfid/') ? path : '/'}`)
}

function sendQr(response: Parameters<Page>[3], address: string): void {
  response.writeHead(200, { 'content-type': 'image/svg+xml; charset=utf-8' }).end(drawQr(address).markup)
}

/** Who scanned it? Then the two are contacts. */
export const joinContactPage: Page = (world, url, _request, response) => {
  const way = url.searchParams.get('id') ?? ''
  const words = world.contacts.ways.has(way) ? '谁扫了民警的码？' : null
  askWho(world, url, response, { words, deed: 'scan_contact', way, button: '加为联系人' })
}

/** Who scanned it? Then she is in the group. */
export const joinGroupPage: Page = (world, url, _request, response) => {
  const way = url.searchParams.get('id') ?? ''
  const words = world.groups.joinWays.has(way) ? '谁扫了群的码？' : null
  askWho(world, url, response, { words, deed: 'scan_group', way, button: '进群' })
}

type Asking = { words: string | null; deed: string; way: string; button: string }

function askWho(
  world: World,
  url: URL,
  response: Parameters<Page>[3],
  { words, deed: name, way, button }: Asking,
): void {
  const base = baseOf(world)
  if (!words) {
    sendHtml(response, layout('二维码', html`<p class="notice">这个二维码已经失效。</p>`, { base }), 404)
    return
  }
  sendPickPage(world, url, response, {
    title: words,
    query: { id: way },
    above: html`<p class="quiet small">做完后到「民警」页看结果。</p>`,
    button: ({ externalUserId: who }) => deed(base, name, { way, who }, button),
  })
}
