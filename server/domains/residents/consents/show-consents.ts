import type { ConsentHistory, ConsentLine } from '../../../../contract/consents.ts'
import { purposes } from '../../../../contract/person-words.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { officerNames } from '../../officers/views.ts'
import { recordResidentRead } from '../record-resident-read.ts'
import { findVisibleResident } from '../visibility.ts'
import { newestConsents } from './newest-consents.ts'
import { askAgainOn, stateOf } from './rules.ts'

/** How every use of what is known of a person stands. */
export async function readConsents(tx: Tx, residentId: string, now = new Date()): Promise<ConsentLine[]> {
  const newest = await newestConsents(tx, residentId)
  const names = await officerNames(
    tx,
    [...newest.values()].map(({ recordedBy }) => recordedBy).filter((id) => id !== null),
  )
  return purposes.map((purpose) => {
    const said = newest.get(purpose) ?? null
    return {
      purpose,
      state: stateOf(purpose, said),
      how: said?.how ?? null,
      note: said?.note ?? '',
      recordedBy: names.get(said?.recordedBy ?? '') ?? null,
      since: said?.recordedAt.toISOString() ?? null,
      askAgainOn: askAgainOn(said, now),
    }
  })
}

/** All that a person ever answered, newest first; who looked is written down. */
export async function showConsentHistory(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  residentId: string,
): Promise<ConsentHistory> {
  const { villageId } = await findVisibleResident(tx, session, residentId)
  await recordResidentRead(tx, actor, residentId, villageId)
  const { rows } = await tx.client.query({
    name: 'consents-of-resident',
    text: `select c.id, c.purpose, c.state, c.how, c.note, o.name as officer, c.recorded_at, c.void_at is not null as void
           from resident_consents c left join officers o on o.station_id = $1 and o.id = c.recorded_by
           where c.station_id = $1 and c.resident_id = $2 order by c.recorded_at desc, c.id desc limit 200`,
    values: [tx.stationId, residentId],
  })
  return {
    items: rows.map(({ officer, recorded_at, ...row }) => ({
      ...row,
      recordedBy: officer,
      recordedAt: recorded_at.toISOString(),
    })),
  }
}
