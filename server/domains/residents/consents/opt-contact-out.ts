import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'

type Wish = { contactId: string; villageId: string | null; optedOut: boolean; reason?: string }

/**
 * To this contact no notice is sent any more, or again it is; who said so and how stands in a row, the contact says
 * what holds. A second time is nothing new. The contact's row is locked by whoever calls.
 */
export async function optContactOut(
  tx: Tx,
  actor: Actor,
  { contactId, villageId, optedOut, reason = '' }: Wish,
): Promise<void> {
  const { rowCount } = await tx.client.query(
    `update contacts set opted_out_at = case when $3 then clock_timestamp() end
     where station_id = $1 and id = $2 and (opted_out_at is not null) <> $3`,
    [tx.stationId, contactId, optedOut],
  )
  if (rowCount === 0) return
  await tx.db
    .insertInto('contactOptOuts')
    .values({
      ...{ stationId: tx.stationId, id: newId(), contactId, optedOut },
      ...{ officerId: actor.kind === 'officer' ? actor.id : null, reason: reason.trim() },
    })
    .execute()
  await writeEvents(tx, actor, [
    {
      name: optedOut ? 'contact.opted_out' : 'contact.opted_in',
      subject: { kind: 'contact', id: contactId },
      contactId,
      villageId,
    },
  ])
}
