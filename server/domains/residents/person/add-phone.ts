import type { NewResidentPhone } from '../../../../contract/person.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { invalid } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { findVisibleResident } from '../visibility.ts'

/** More than these nobody rings through, and the entry becomes a list of strangers. */
export const mostPhones = 12

/** Writes down a further number of a person. One that she has already is answered with the row there is. */
export async function addPhone(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  residentId: string,
  given: NewResidentPhone,
): Promise<{ id: string }> {
  const { villageId } = await findVisibleResident(tx, session, residentId, true)
  const phone = given.phone.trim()
  const { rows } = await tx.client.query(
    `select id, regexp_replace(phone, '[ -]', '', 'g') = regexp_replace($3, '[ -]', '', 'g') as same
     from resident_phones where station_id = $1 and resident_id = $2 and ended_at is null`,
    [tx.stationId, residentId, phone],
  )
  const known = rows.find(({ same }) => same)
  if (known) return { id: known.id }
  if (rows.length >= mostPhones) throw invalid(`电话最多记 ${mostPhones} 个，请先去掉不用的。`)
  const id = newId()
  await tx.db
    .insertInto('residentPhones')
    .values({
      ...{ stationId: tx.stationId, id, residentId, phone, whose: given.whose },
      ...{ note: given.note?.trim() ?? '', recordedBy: session.officerId },
    })
    .execute()
  await writeEvents(tx, actor, [
    {
      name: 'resident.phone_added',
      subject: { kind: 'resident', id: residentId },
      villageId,
      data: { phoneId: id, whose: given.whose },
    },
  ])
  return { id }
}
