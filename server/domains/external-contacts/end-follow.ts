import { writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** The work account has this contact no more. */
export async function endFollow(
  tx: Tx,
  userId: string,
  externalUserId: string,
  how: 'removed' | 'transferred',
): Promise<void> {
  const { rows } = await tx.client.query(
    `update work_contacts set ended_at = clock_timestamp(), ended_how = $4, seen_at = clock_timestamp()
     where station_id = $1 and user_id = $2 and external_userid = $3 and ended_at is null returning contact_id`,
    [tx.stationId, userId, externalUserId, how],
  )
  if (rows[0]) await tellEnd(tx, rows[0].contact_id, { account: userId, how })
}

/**
 * The resident removed the account, which still has her. Known from the callback alone: the server goes on answering as
 * if nothing had happened. A hint older than a new beginning of the two says nothing.
 */
export async function noteLeft(tx: Tx, userId: string, externalUserId: string, at: Date): Promise<void> {
  const { rows } = await tx.client.query(
    `update work_contacts set left_at = $4 where station_id = $1 and user_id = $2 and external_userid = $3
       and left_at is null and ended_at is null and followed_at <= $4 returning contact_id`,
    [tx.stationId, userId, externalUserId, at],
  )
  if (rows[0]) await tellEnd(tx, rows[0].contact_id, { account: userId, how: 'left' })
}

async function tellEnd(tx: Tx, contactId: string, data: Record<string, string>): Promise<void> {
  const { rows } = await tx.client.query(
    'select village_id from contacts where station_id = $1 and id = $2',
    [tx.stationId, contactId],
  )
  await writeEvents(tx, { kind: 'system', id: null }, [
    {
      name: 'external_contact.ended',
      subject: { kind: 'contact', id: contactId },
      contactId,
      villageId: rows[0]?.village_id ?? null,
      data,
    },
  ])
}
