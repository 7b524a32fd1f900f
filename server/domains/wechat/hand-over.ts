import type { FastifyRequest } from 'fastify'
import type { Api } from '../../gateways/wecom/api/api.ts'
import { getServiceState } from '../../gateways/wecom/calls/get-service-state.ts'
import { moveServiceState } from '../../gateways/wecom/calls/move-service-state.ts'
import type { Context } from '../../platform/context.ts'
import { conflict } from '../../platform/errors.ts'
import { officerOf } from '../../platform/http/access.ts'
import { read, write } from '../../platform/http/write.ts'
import { readReplyLine } from '../inbox/reply-line.ts'
import { tellHandOver } from '../inbox/tell-hand-over.ts'
import { findTalk } from './find-talk.ts'
import { inWords } from './refusal-words.ts'
import { tellSession } from './tell-session.ts'

/**
 * Gives a chat to a colleague in the WeCom client. From then on she answers there; the workbench reads along and sends
 * nothing. The server is asked first and told before the row is written: should we die in between, the next answer is
 * refused by it, and the state is learned from that.
 */
export async function handOver(
  context: Context,
  api: Api,
  request: FastifyRequest,
  conversationId: string,
  memberId: string,
): Promise<{ done: true }> {
  const session = officerOf(request)
  const talk = await read(context, request, (tx) => findTalk(tx, session, conversationId))
  const { contactId, openKfid, externalUserId } = talk
  await inWords(async () => {
    const now = await getServiceState(api, openKfid, externalUserId)
    if (now.state === 4) throw conflict('这次微信会话已经结束，等居民再发一条消息才能转接。急事请打电话。')
    if (now.state === 3 && now.servicerUserId === memberId) return
    await moveServiceState(api, { openKfid, externalUserId, state: 3, servicerUserId: memberId })
  })
  return write(context, request, async (tx, actor) => {
    // The account that was asked, also when the resident has written to another one meanwhile.
    await findTalk(tx, session, conversationId, openKfid)
    const { rows } = await tx.client.query(
      `select kind, to_member from hand_overs where station_id = $1 and conversation_id = $2 and line = $3
       order by at desc, id desc limit 1`,
      [tx.stationId, conversationId, openKfid],
    )
    const stopped = (await readReplyLine(tx, contactId, openKfid))?.stopped
    const isRepeat =
      rows[0]?.kind === 'handed_over' && rows[0].to_member === memberId && stopped === 'with_servicer'
    if (isRepeat) return { done: true as const }
    await tellSession(tx, talk, 'with_servicer', new Date())
    await tellHandOver(tx, actor, {
      ...{ conversationId, contactId, line: openKfid },
      ...{ kind: 'handed_over' as const, to: memberId },
    })
    return { done: true as const }
  })
}
