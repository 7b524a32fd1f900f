import { conflict } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import type { AppointmentRow } from './appointment-rows.ts'
import { sayMoment } from './rules.ts'

/** Longer ago, it was another matter. */
const days = 60

/**
 * She booked by herself or simply came: whoever receives her a second time for the same writes down why she had to come again,
 * unless that was written when the time was given. Throws `conflict` while nobody has.
 */
export async function refuseUnexplained(tx: Tx, row: AppointmentRow, now: Date): Promise<void> {
  const before = await cameBefore(tx, row, now)
  if (!before) return
  const { rowCount } = await tx.client.query(
    `select from appointment_changes where station_id = $1 and appointment_id = $2 and officer_id is not null and note <> ''`,
    [tx.stationId, row.id],
  )
  if (rowCount! > 0) return
  throw conflict(`${sayMoment(before)}已经来办过“${row.guideName}”。为什么又来了一趟，请写一句再点办完。`, {
    cameAt: before.toISOString(),
  })
}

/**
 * When this person was last received for this guide without anybody having written down why she has to come again; null
 * when she was not, or when her case is done. With a `personName`, others of the same phone do not count.
 */
export async function cameBefore(
  tx: Tx,
  matter: { guideId: string; caseId: string | null; contactId: string | null; personName?: string },
  now: Date,
): Promise<Date | null> {
  const { rows } = await tx.client.query({
    name: 'came-before',
    text: `select a.starts_at from appointments a
           where a.station_id = $1 and a.guide_id = $2 and a.status = 'served'
             and (a.case_id = $3 or a.contact_id = $4 and ($7::text is null or a.person_name = $7)) and a.starts_at > $5::timestamptz - make_interval(days => $6)
             and not exists (select from cases c
               where c.station_id = $1 and c.id = a.case_id and c.finished_at is not null)
             and not exists (select from second_trips t where t.station_id = $1 and (t.appointment_id = a.id
               or (t.case_id = a.case_id and t.recorded_at >= a.starts_at)))
           order by a.starts_at desc limit 1`,
    values: [
      tx.stationId,
      matter.guideId,
      matter.caseId,
      matter.contactId,
      now,
      days,
      matter.personName ?? null,
    ],
  })
  return rows[0]?.starts_at ?? null
}
