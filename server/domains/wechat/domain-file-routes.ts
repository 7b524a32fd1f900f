import { Type } from 'typebox'
import { Done } from '../../../contract/common.ts'
import { DomainFile } from '../../../contract/wechat.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import type { App } from '../../platform/http/create-http.ts'
import { write } from '../../platform/http/write.ts'
import { findDomainFile, forgetDomainFiles, setDomainFile } from './domain-file.ts'

const tags = ['wechat']

/** The file that WeCom wants at the root of a trusted domain: put there by the administrator, read by anybody. */
export function domainFileRoutes(app: App, context: Context): void {
  app.put(
    '/api/wechat/domain-file',
    {
      config: { access: 'station.configure' },
      schema: {
        tags,
        summary: 'Put the file for a trusted domain at the root',
        body: DomainFile,
        response: { 200: Done },
      },
    },
    async (request) => {
      const done = await write(context, request, (tx, actor) => setDomainFile(tx, actor, request.body))
      forgetDomainFiles(context)
      return done
    },
  )

  app.get(
    '/WW_verify_:key.txt',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'WeCom checks whose domain it is',
        params: Type.Object({ key: Type.String({ pattern: '^[0-9A-Za-z]{1,32}$' }) }),
      },
    },
    async (request, reply) => {
      const content = await findDomainFile(context, `WW_verify_${request.params.key}.txt`)
      if (content === null) throw notFound()
      return reply.type('text/plain; charset=utf-8').send(content)
    },
  )
}
