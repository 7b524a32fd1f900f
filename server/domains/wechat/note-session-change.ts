import type { ServicerChangeKind } from '../../../contract/vocabulary.ts'
import type { KfEvent } from '../../gateways/wecom/calls/read-kf-event.ts'
import type { Context } from '../../platform/context.ts'
import { inStation } from '../../platform/tenancy.ts'
import { tellHandOver } from '../inbox/tell-hand-over.ts'
import { ensureFiled } from './ensure-filed.ts'
import type { Handled } from './handled.ts'
import type { Item } from './item.ts'
import { findPerson } from './person.ts'
import { tellSession } from './tell-session.ts'

/** 1 taken from the queue, 2 passed on, 3 ended, 4 taken up again by a colleague: all of it in the client. */
const kinds: Record<number, ServicerChangeKind> = {
  1: 'taken_in_client',
  2: 'passed_on',
  3: 'ended_in_client',
  4: 'reopened_in_client',
}

/** Colleagues in the client took, passed on or ended a chat: the inbox is told, and it stands in the conversation. */
export async function noteSessionChange(
  context: Pick<Context, 'pool' | 'jobs'>,
  stationId: string,
  item: Item,
  change: Extract<KfEvent, { kind: 'session_changed' }>,
): Promise<Handled> {
  const { pool } = context
  const { contactId, conversationId } = await findPerson(pool, stationId, item)
  const kind = kinds[change.changeType]
  if (!kind) return { failCode: `session_change_${change.changeType}` }
  if (conversationId) await ensureFiled(context, stationId, contactId)
  await inStation(pool, stationId, async (tx) => {
    await tellSession(
      tx,
      { contactId, openKfid: item.openKfid },
      kind === 'ended_in_client' ? 'session_over' : 'with_servicer',
      item.sentAt,
    )
    if (!conversationId) return
    await tellHandOver(
      tx,
      { kind: 'system', id: null },
      {
        ...{ conversationId, contactId, kind, line: item.openKfid, from: change.from, to: change.to },
        ...{ key: `kf-${item.msgid}`, at: item.sentAt },
      },
    )
  })
  return conversationId ? { conversationId } : {}
}
