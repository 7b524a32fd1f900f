import { Done, IdParams } from '../../../../contract/common.ts'
import { ChangeRefusal, WechatChangeNotice } from '../../../../contract/wechat.ts'
import type { Context } from '../../../platform/context.ts'
import { officerOf } from '../../../platform/http/access.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { read, write } from '../../../platform/http/write.ts'
import { forgetChannel } from '../channel.ts'
import { forgetPlaces } from '../sign-in/list-places.ts'
import { approveChange } from './approve-change.ts'
import { refuseChange } from './refuse-change.ts'
import { tellChange } from './tell-change.ts'
import { withdrawChange } from './withdraw-change.ts'

const tags = ['wechat']
const config = { access: 'station.configure' as const }
const common = { tags, params: IdParams, response: { 200: Done } }

/** Another corporation, application or server waits for its second person: yes, no, or taken back. */
export function wechatChangeRoutes(app: App, context: Context): void {
  app.get(
    '/api/wechat/change-notice',
    {
      config: { access: 'station.read' },
      schema: {
        tags,
        summary: 'What the first page says of an open change',
        response: { 200: WechatChangeNotice },
      },
    },
    (request) =>
      read(context, request, async (tx) => ({ notice: await tellChange(tx, officerOf(request).officerId) })),
  )

  app.post(
    '/api/wechat/changes/:id/approval',
    {
      config: { ...config, stepUp: true },
      schema: { ...common, summary: 'The second person says yes: it takes effect' },
    },
    async (request) => {
      const done = await write(context, request, (tx, actor) =>
        approveChange(context, tx, actor, request.params.id),
      )
      forgetChannel(context, officerOf(request).stationId)
      forgetPlaces(context)
      return done
    },
  )

  app.post(
    '/api/wechat/changes/:id/refusal',
    { config, schema: { ...common, summary: 'Say no, with words', body: ChangeRefusal } },
    (request) =>
      write(context, request, (tx, actor) =>
        refuseChange(context, tx, actor, request.params.id, request.body.reason),
      ),
  )

  app.post(
    '/api/wechat/changes/:id/withdrawal',
    { config, schema: { ...common, summary: 'Take back what one asked for' } },
    (request) =>
      write(context, request, (tx, actor) => withdrawChange(context, tx, actor, request.params.id)),
  )
}
