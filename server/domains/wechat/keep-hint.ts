import type { CallbackEvent } from '../../gateways/wecom/read-callback-event.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** Events of contacts, groups, tags and members are kept, in the transaction of their callback, until they are followed. */
export async function keepHint(tx: Tx, event: CallbackEvent): Promise<void> {
  const subject = subjectOf(event)
  if (subject === null) return
  await tx.client.query({
    name: 'keep-wechat-hint',
    text: 'insert into wechat_hints (station_id, subject, event) values ($1, $2, $3)',
    values: [tx.stationId, subject, JSON.stringify(event).toWellFormed().replaceAll('\\u0000', '')],
  })
}

function subjectOf(event: CallbackEvent): string | null {
  switch (event.kind) {
    case 'contact':
      return `contact ${event.externalUserId}`
    case 'chat':
      return `chat ${event.chatId}`
    case 'tag':
      return 'tags'
    default:
      return null
  }
}
