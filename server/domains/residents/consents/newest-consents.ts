import type { ConsentWay, Purpose } from '../../../../contract/person-words.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { Said } from './rules.ts'

export type NewestConsent = Said & {
  purpose: Purpose
  how: ConsentWay
  note: string
  recordedBy: string | null
}

/** The answers of one person that count, by purpose: of each the newest. What an undone merge wrote counts no more. */
export async function newestConsents(tx: Tx, residentId: string): Promise<Map<Purpose, NewestConsent>> {
  const { rows } = await tx.client.query<NewestConsent>({
    name: 'newest-consents',
    text: `select distinct on (purpose) purpose, state, how, note, recorded_by as "recordedBy", recorded_at as "recordedAt"
           from resident_consents where station_id = $1 and resident_id = $2 and void_at is null
           order by purpose, recorded_at desc, id desc`,
    values: [tx.stationId, residentId],
  })
  return new Map(rows.map((row) => [row.purpose, row]))
}
