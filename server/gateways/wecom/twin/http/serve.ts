import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { serveWebView } from '../client/web-view.ts'
import { warn } from '../warn.ts'
import type { World } from '../world.ts'
import { answerCall } from './answer-call.ts'
import type { Call } from './call.ts'

export type Page = (
  world: World,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
) => void | Promise<void>

/** `/cgi-bin/…` are the calls; everything else, pages by "METHOD /path". E27: all of it under the path prefix. */
export function createTwinServer(world: World, calls: Call[], pages: Map<string, Page>): Server {
  const byPath = new Map(calls.map((call) => [`/cgi-bin/${call.path}`, call]))
  return createServer((request, response) => {
    answer(request, response).catch((error) => {
      if (world.stopped || response.destroyed) return
      warn(world, request.url ?? '', `the twin itself failed: ${(error as Error).message}`)
      if (!response.headersSent) response.writeHead(500)
      response.end(String((error as Error).stack))
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://twin.invalid')
    const { pathPrefix } = world.settings.http
    if (!url.pathname.startsWith(`${pathPrefix}/`)) {
      if (!(await serveWebView(world, url, request, response))) notFound(response)
      return
    }
    const path = url.pathname.slice(pathPrefix.length)
    const call = byPath.get(path)
    if (call) return answerCall(world, call, url, request, response)
    const [, first = ''] = path.split('/')
    const page = pages.get(`${request.method} ${path}`) ?? pages.get(`${request.method} /${first}/*`)
    if (page) return page(world, url, request, response)
    if (await serveWebView(world, url, request, response)) return
    if (path.startsWith('/cgi-bin/')) warn(world, path, 'no such call')
    notFound(response)
  }
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('没有这个地址')
}
