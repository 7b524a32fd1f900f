import type { FastifyRequest } from 'fastify'
import type { Api } from '../../gateways/wecom/api/api.ts'
import { getServiceState } from '../../gateways/wecom/calls/get-service-state.ts'
import { moveServiceState } from '../../gateways/wecom/calls/move-service-state.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import { read, write } from '../../platform/http/write.ts'
import { readReplyLine } from '../inbox/reply-line.ts'
import { tellHandOver } from '../inbox/tell-hand-over.ts'
import { findTalk } from './find-talk.ts'
import { inWords } from './refusal-words.ts'
import { stopOfState, tellSession } from './tell-session.ts'

/**
 * Ends a colleague's chat in the WeCom client, so that the resident's next words are answered from here. The server
 * knows no way from a person back to the API but the end (95016): until she writes again nothing can be sent over that
 * account. It is named: she may be answered from here over another one meanwhile.
 */
export async function takeBack(
  context: Context,
  api: Api,
  request: FastifyRequest,
  conversationId: string,
  line: string,
): Promise<{ done: true }> {
  const session = officerOf(request)
  const talk = await read(context, request, (tx) => findTalk(tx, session, conversationId, line))
  const { contactId, openKfid, externalUserId } = talk
  const before = await inWords(async () => {
    const now = await getServiceState(api, openKfid, externalUserId)
    if (now.state === 3) await moveServiceState(api, { openKfid, externalUserId, state: 4 })
    return now
  })
  return write(context, request, async (tx, actor) => {
    await findTalk(tx, session, conversationId, openKfid)
    const known = await readReplyLine(tx, contactId, openKfid)
    await tellSession(tx, talk, stopOfState(before.state === 3 ? 4 : before.state), new Date())
    // Only who ends it has taken it back; a second tap, or a chat that was over, changes nothing.
    if (before.state === 3 && known?.stopped !== 'session_over')
      await tellHandOver(tx, actor, {
        ...{ conversationId, contactId, line: openKfid, kind: 'taken_back' as const },
        from: before.servicerUserId,
      })
    return { done: true as const }
  })
}
