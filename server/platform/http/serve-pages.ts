import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './create-http.ts'
import { admitFraming, admitStyles } from './security-headers.ts'

/** Where each web app's pages live; all addresses below are answered by the same HTML file. */
const doors = { workbench: '/workbench', resident: '/r', sidebar: '/sidebar' } as const

/**
 * The bridge that the WeCom client puts into the sidebar calls its program, in some clients, by frames of the client's
 * own schemes. No such address leads anywhere over the network (docs/decisions/0013).
 */
const morePolicy: Partial<Record<keyof typeof doors, string[]>> = {
  sidebar: ['frame-src weixin: wxwork:'],
  // An officer who writes a guide sees it in a phone beside her, as residents will.
  workbench: ["frame-src 'self'"],
}

/** The residents' page inside that phone: it opens no visit and asks for nothing. */
const isPreview = (address: string) => /^\/r\/[0-9]{6,12}\/preview$/.test(address)

/**
 * Serves the built web apps from `folder`. Files under /assets carry a hash of their content in the name and are
 * kept by browsers for good; the pages are never kept, and each answer names the nonce under which this one page
 * may write styles. A page is read when it is asked for, so that a build while the server runs is seen at once.
 */
export function servePages(app: App, folder: string): void {
  const config = { access: 'public' as const }
  // Kept out of the API's description.
  const schema = { hide: true }
  const assets = resolve(folder, 'assets')
  mkdirSync(assets, { recursive: true })
  void app.register(fastifyStatic, { root: assets, serve: false, cacheControl: false, preCompressed: true })
  app.get<{ Params: { '*': string } }>('/assets/*', { config, schema }, (request, reply) => {
    reply.header('cache-control', 'public, max-age=31536000, immutable')
    return reply.sendFile(request.params['*'])
  })
  app.get('/', { config, schema }, async (_request, reply) => reply.redirect('/workbench/'))
  for (const [name, door] of Object.entries(doors) as [keyof typeof doors, string][]) {
    const path = resolve(folder, name, 'index.html')
    const answer = async (request: FastifyRequest, reply: FastifyReply) => {
      const page = await readFile(path, 'utf8').catch(() => null)
      if (page === null) {
        reply.code(503).type('text/plain; charset=utf-8')
        return '页面还没有构建，请先运行 npm run build。'
      }
      reply.type('text/html; charset=utf-8')
      const nonce = isPreview(request.url) ? admitFraming(reply) : admitStyles(reply, morePolicy[name])
      return page.replaceAll('__style_nonce__', nonce)
    }
    app.get(door, { config, schema }, answer)
    app.get(`${door}/*`, { config, schema }, answer)
  }
}
