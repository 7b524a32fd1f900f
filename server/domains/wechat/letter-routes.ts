import { Type } from 'typebox'
import { Done, Id, IdParams } from '../../../contract/common.ts'
import { LetterOwner, LetterSettlement, WechatLetters } from '../../../contract/wechat.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { giveLetter } from './give-letter.ts'
import { listLetters } from './list-letters.ts'
import { readLetter } from './read-letter.ts'
import { replayLetter } from './replay-letter.ts'
import { settleLetter } from './settle-letter.ts'

const tags = ['wechat']
const reads = { access: 'conversations.read' as const }
const writes = { access: 'conversations.write' as const }
const params = Type.Object({ id: Id })

/** Messages of WeChat that could not be handled: for who may read what residents write, not for who runs the machine. */
export function wechatLetterRoutes(app: App, context: Context): void {
  app.get(
    '/api/wechat/letters',
    {
      config: reads,
      schema: { tags, summary: 'Messages that could not be handled', response: { 200: WechatLetters } },
    },
    (request) => read(context, request, (tx) => listLetters(tx, actorOf(request), officerOf(request))),
  )

  app.get(
    '/api/wechat/letters/:id',
    {
      config: reads,
      schema: {
        tags,
        summary: 'The bytes of one as they came',
        params: IdParams,
        response: { 200: Type.Object({ bytes: Type.String(), whole: Type.Boolean() }) },
      },
    },
    (request) =>
      read(context, request, (tx) => readLetter(tx, actorOf(request), officerOf(request), request.params.id)),
  )

  app.post(
    '/api/wechat/letters/:id/owner',
    {
      config: writes,
      schema: { tags, summary: 'Say who sees to it', params, body: LetterOwner, response: { 200: Done } },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        giveLetter(tx, actor, officerOf(request), request.params.id, request.body.officerId),
      ),
  )

  app.post(
    '/api/wechat/letters/:id/replay',
    { config: writes, schema: { tags, summary: 'Try it again', params, response: { 200: Done } } },
    (request) =>
      write(context, request, (tx, actor) =>
        replayLetter(context, tx, actor, officerOf(request), request.params.id),
      ),
  )

  app.post(
    '/api/wechat/letters/:id/settlement',
    {
      config: writes,
      schema: {
        tags,
        summary: 'Seen to otherwise, with how',
        params,
        body: LetterSettlement,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        settleLetter(tx, actor, officerOf(request), request.params.id, request.body.reason),
      ),
  )
}
