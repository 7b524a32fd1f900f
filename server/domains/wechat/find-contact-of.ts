import type { Tx } from '../../platform/tenancy.ts'

/** The contact that a person of WeChat is to the station, whichever way she came; null while nobody has met her. */
export async function findContactOf(tx: Tx, externalUserId: string): Promise<string | null> {
  const { rows } = await tx.client.query({
    name: 'find-contact-of-external-user',
    text: 'select contact_id from external_people where station_id = $1 and external_userid = $2',
    values: [tx.stationId, externalUserId],
  })
  return rows[0]?.contact_id ?? null
}
