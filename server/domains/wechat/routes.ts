import { Type } from 'typebox'
import { Done, IdParams } from '../../../contract/common.ts'
import {
  AccountDoor,
  AccountParams,
  WechatChecks,
  WechatSetup,
  WechatSetupAnswer,
  WechatStatus,
} from '../../../contract/wechat.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { wechatCallbackRoutes } from './callback-routes.ts'
import { wechatChangeRoutes } from './changes/change-routes.ts'
import { tryChange } from './changes/try-change.ts'
import { forgetChannel } from './channel.ts'
import { checkChannel } from './check-channel.ts'
import { domainFileRoutes } from './domain-file-routes.ts'
import { wechatLetterRoutes } from './letter-routes.ts'
import { openDoor } from './open-door.ts'
import { seeGap } from './see-gap.ts'
import { wechatSessionRoutes } from './session-routes.ts'
import { setUpChannel } from './set-up-channel.ts'
import { showStatus } from './show-status.ts'
import { sidebarRoutes } from './sidebar-routes.ts'
import { forgetPlaces } from './sign-in/list-places.ts'

const tags = ['wechat']
const config = { access: 'station.configure' as const }

/** The WeChat channel: its set-up and health for the administrator, its door for WeCom. */
export function wechatRoutes(app: App, context: Context): void {
  wechatCallbackRoutes(app, context)
  wechatSessionRoutes(app, context)
  wechatLetterRoutes(app, context)
  sidebarRoutes(app, context)
  wechatChangeRoutes(app, context)
  domainFileRoutes(app, context)

  app.get(
    '/api/wechat',
    { config, schema: { tags, summary: 'How the channel is doing', response: { 200: WechatStatus } } },
    (request) =>
      read(context, request, (tx) => showStatus(tx, context.config.dataDir, officerOf(request).officerId)),
  )

  app.put(
    '/api/wechat',
    {
      config,
      schema: {
        tags,
        summary: 'Set up or change the channel',
        body: WechatSetup,
        response: { 200: WechatSetupAnswer },
      },
    },
    async (request) => {
      await tryChange(context, officerOf(request).stationId, request.body)
      const done = await write(context, request, (tx, actor) =>
        setUpChannel(context, tx, actor, request.body),
      )
      forgetChannel(context, officerOf(request).stationId)
      forgetPlaces(context)
      return done
    },
  )

  app.post(
    '/api/wechat/checks',
    { config, schema: { tags, summary: 'Try each step at the server', response: { 200: WechatChecks } } },
    (request) => {
      const { publicUrl } = context.config
      const host = publicUrl ? new URL(publicUrl).host : request.host
      return checkChannel(context, officerOf(request).stationId, host)
    },
  )

  app.post(
    '/api/wechat/accounts/:openKfid/door',
    {
      config,
      schema: {
        tags,
        summary: 'Give an account to a village and make its link',
        params: AccountParams,
        body: AccountDoor,
        response: { 200: Type.Object({ doorUrl: Type.String() }) },
      },
    },
    (request) =>
      openDoor(
        context,
        officerOf(request).stationId,
        request.params.openKfid,
        request.body.villageId,
        actorOf(request),
      ),
  )

  app.post(
    '/api/wechat/gaps/:id/seen',
    {
      config,
      schema: { tags, summary: 'Take note of a gap', params: IdParams, response: { 200: Done } },
    },
    (request) => write(context, request, (tx, actor) => seeGap(tx, actor, request.params.id)),
  )
}
