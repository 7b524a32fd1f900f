import { Done } from '../../../../contract/common.ts'
import { NoticeChoice, OwnNotices } from '../../../../contract/officer-notices.ts'
import type { Context } from '../../../platform/context.ts'
import { officerOf } from '../../../platform/http/access.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { read, write } from '../../../platform/http/write.ts'
import { chooseNotices, showOwnNotices } from './own-notices.ts'

const tags = ['officers']
const config = { access: 'signed_in' as const }

/** What an officer is told over WeCom, by her own choice. */
export function officerNoticeRoutes(app: App, context: Context): void {
  app.get(
    '/api/session/notices',
    { config, schema: { tags, summary: 'What I am told over WeCom', response: { 200: OwnNotices } } },
    (request) => read(context, request, (tx) => showOwnNotices(tx, officerOf(request))),
  )

  app.put(
    '/api/session/notices',
    {
      config,
      schema: { tags, summary: 'Choose what I am told', body: NoticeChoice, response: { 200: Done } },
    },
    (request) =>
      write(context, request, (tx, actor) => chooseNotices(tx, actor, officerOf(request), request.body)),
  )
}
