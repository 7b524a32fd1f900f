import type { Page } from '../http/serve.ts'
import { html } from './html.ts'
import { script } from './script.ts'

export const pageScript: Page = (_world, _url, _request, response) =>
  void response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script)

/** For the pages alone: what a bubble shows, however old. */
export const mediaFile: Page = (world, url, _request, response) => {
  const media = world.media.all.get(url.searchParams.get('id') ?? '')
  if (!media) return void response.writeHead(404).end()
  // A picture is shown; everything else is saved, never run.
  const type = /^image\/(jpeg|png|webp|gif)$/.test(media.type) ? media.type : 'application/octet-stream'
  response.writeHead(200, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(media.bytes)
}

/** A coloured disc with the last character of the name. */
export const avatarFile: Page = (world, url, _request, response) => {
  const id = decodeURIComponent(url.pathname.split('/').at(-1) ?? '')
  const name = world.people.get(id)?.name ?? world.kf.accounts.get(id)?.name ?? '？'
  let hue = 0
  for (const character of id) hue = (hue * 31 + character.charCodeAt(0)) % 360
  const picture = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">
<circle cx="48" cy="48" r="48" fill="hsl(${hue} 45% 42%)"/>
<text x="48" y="62" font-size="40" text-anchor="middle" fill="#fff">${[...name].at(-1)}</text></svg>`
  response.writeHead(200, { 'content-type': 'image/svg+xml; charset=utf-8' }).end(picture.markup)
}
