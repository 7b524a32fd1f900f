import type { Tx } from '../../platform/tenancy.ts'

/** Longer ago, it was another matter. */
const days = 60

/**
 * When this person was last received for this guide without anybody having written down why she has to come again; null
 * when she was not, or when her case is done. $3 the case, $4 the contact.
 */
export async function cameBefore(
  tx: Tx,
  matter: { guideId: string; caseId: string | null; contactId: string | null },
  now: Date,
): Promise<Date | null> {
  const { rows } = await tx.client.query({
    name: 'came-before',
    text: `select a.starts_at from appointments a
           where a.station_id = $1 and a.guide_id = $2 and a.status = 'served'
             and (a.case_id = $3 or a.contact_id = $4) and a.starts_at > $5::timestamptz - make_interval(days => $6)
             and not exists (select from cases c
               where c.station_id = $1 and c.id = a.case_id and c.finished_at is not null)
             and not exists (select from second_trips t where t.station_id = $1 and (t.appointment_id = a.id
               or (t.case_id = a.case_id and t.recorded_at >= a.starts_at)))
           order by a.starts_at desc limit 1`,
    values: [tx.stationId, matter.guideId, matter.caseId, matter.contactId, now, days],
  })
  return rows[0]?.starts_at ?? null
}
