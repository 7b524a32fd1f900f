import type { PublicRumourDetail } from '../../../contract/public-rumours.ts'
import { notFound } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { publicRumours, toPublic } from './list-public-rumours.ts'

/** One rumour as everybody may read it; 404 while nothing is approved. */
export async function showPublicRumour(tx: Tx, id: string): Promise<PublicRumourDetail> {
  const { rows } = await tx.client.query({
    name: 'show-public-rumour',
    text: `${publicRumours} and u.id = $2`,
    values: [tx.stationId, id],
  })
  const [row] = rows
  if (!row) throw notFound()
  const { rows: evidence } = await tx.client.query({
    name: 'public-rumour-evidence',
    text: `select source, says, link, document_number as "documentNumber", dated_on::text as "datedOn" from rumour_evidence
      where station_id = $1 and rumour_id = $2 and withdrawn_at is null and entered_at <= $3
        and kind in ('official_notice', 'authority', 'document') order by dated_on, id`,
    values: [tx.stationId, id, row.approved_at],
  })
  return {
    ...toPublic(row),
    reply: row.correcting
      ? null
      : {
          knownAt: row.known_at.toISOString(),
          checked: row.checked,
          source: row.source,
          unknown: row.unknown,
          advice: row.advice,
          nextUpdateAt: row.next_update_at?.toISOString() ?? null,
          correction: row.wrong_words
            ? { wrongWords: row.wrong_words, rightWords: row.right_words, reason: row.reason }
            : null,
        },
    office: row.office ? { name: row.office, answersOn: row.answers_on } : null,
    evidence,
  }
}
