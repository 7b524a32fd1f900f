import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { readBody, readJson } from '../http/read-body.ts'
import { baseOf } from '../page/base.ts'
import type { World } from '../world.ts'
import { answerPageCall } from './page-calls.ts'

/** What a web view opens of a station: its pages, their files and calls. */
const shown = new Set(['sidebar', 'workbench', 'assets', 'api'])
const viewCookie = 'emu_view'

/** Where the station stands, and its code: both are known by the callback that was set up. */
export function stationOf(world: World): { origin: string; code: string } | null {
  for (const app of world.corporation.apps.values()) {
    const place = Object.values(app.seals).flat()[0]?.url
    const code = place && /^\/api\/wecom\/(\d+)\/callback$/.exec(new URL(place).pathname)?.[1]
    if (code) return { origin: new URL(place).origin, code }
  }
  return null
}

export const cookieOf = (viewId: string) => `${viewCookie}=${viewId}; Path=/; HttpOnly; SameSite=Lax`

/**
 * The client's web view, played in an ordinary browser: the station's own pages through this address, with the bridge
 * that the client puts into a page. Headers stay as the station sends them. False: the address is none of these.
 */
export async function serveWebView(
  world: World,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { pathname } = url
  if (pathname === '/emu-client.js') {
    response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(bridgeScript)
    return true
  }
  if (pathname === '/emu-client/call') {
    await answerCall(world, request, response)
    return true
  }
  const station = stationOf(world)
  if (!station || !shown.has(pathname.split('/')[1] ?? '')) return false
  passOn(station.origin, url, request, response)
  return true
}

async function answerCall(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const id = new RegExp(`${viewCookie}=([A-Za-z0-9]+)`).exec(request.headers.cookie ?? '')?.[1]
  const view = world.client.views.get(id ?? '')
  const { fields } = readJson(await readBody(request))
  const { name = '', params = {}, page = '' } = fields as { name?: string; params?: object; page?: string }
  const answer = view
    ? answerPageCall(world, view, name, params as Record<string, unknown>, {
        page,
        host: hostOf(world, page, request.headers.host),
      })
    : { err_msg: `${name}:fail no view` }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
}

/** A page that is played through this address is the station's. */
function hostOf(world: World, page: string, own: string | undefined): string {
  const host = URL.parse(page)?.host ?? ''
  const station = stationOf(world)
  return host === own && station ? new URL(station.origin).host : host
}

function passOn(origin: string, url: URL, request: IncomingMessage, response: ServerResponse): void {
  const page = url.pathname.startsWith('/sidebar/')
  const headers = { ...request.headers, ...(page ? { 'accept-encoding': 'identity' } : {}) }
  const upstream = ask(
    `${origin}${url.pathname}${url.search}`,
    { method: request.method, headers },
    (answer) => {
      if (!page || !answer.headers['content-type']?.startsWith('text/html')) {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
        return
      }
      void readBody(answer).then((body) => {
        const html = body.toString().replace('<head>', '<head><script src="/emu-client.js"></script>')
        const { 'content-length': _, ...kept } = answer.headers
        response.writeHead(answer.statusCode ?? 502, kept).end(html)
      })
    },
  )
  upstream.on('error', () => {
    if (response.headersSent) response.destroy()
    else response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' }).end('连不上派出所的服务器')
  })
  response.on('close', () => upstream.destroy())
  request.pipe(upstream)
}

/** Runs in the page, before its own scripts, as the client's does. */
const bridgeScript = `
window.WeixinJSBridge = {
  on() {},
  invoke(name, params, done) {
    fetch('/emu-client/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, params, page: location.href.split('#')[0] }),
    })
      .then((answer) => answer.json())
      .then(done, () => done({ err_msg: name + ':fail' }))
  },
}
document.dispatchEvent(new Event('WeixinJSBridgeReady'))
`

/** Where the sidebar of this chat is opened. */
export const openPath = (world: World, query: Record<string, string>) =>
  `${baseOf(world)}/chat/sidebar?${new URLSearchParams(query)}`
