import type { MissingPapers } from '../../../contract/case-changes.ts'
import { invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'

type Occasion = {
  guideId: string | null
  caseId: string | null
  appointmentId?: string | null
  conversationId: string | null
  contactId: string | null
  villageId: string | null
  officerId: string
}

/**
 * Somebody has to come again: which papers were missing and why nobody saw it before, as rows that are never taken back.
 * The papers are those of the case, or of the guide where there is no case. Throws `invalid` for a paper that is not on
 * the list.
 */
export async function recordSecondTrip(
  tx: Tx,
  actor: Actor,
  occasion: Occasion,
  missing: MissingPapers | undefined,
): Promise<void> {
  if (!missing) return
  const { guideId, caseId, appointmentId = null } = occasion
  if (!guideId) throw invalid('这件事没有材料清单，不能按“缺材料”处理，请在备注里写明原因。')
  if (new Set(missing.map(({ key }) => key)).size < missing.length)
    throw invalid('同一样材料写了两次，请去掉一次。')
  const { rowCount } = await tx.client.query(
    `insert into second_trips (station_id, id, guide_id, case_id, appointment_id, key, name, cause, reason, officer_id, recorded_at)
     select $1, w.id, $2, $3, $4, w.key, m.name, w.cause, w.reason, $5, clock_timestamp()
     from unnest($6::uuid[], $7::text[], $8::text[], $9::text[]) as w(id, key, cause, reason)
     join lateral (
       select name from case_materials where station_id = $1 and case_id = $3 and key = w.key
       union all
       select name from guide_materials where station_id = $1 and guide_id = $2 and key = w.key
         and not exists (select from case_materials where station_id = $1 and case_id = $3)
     ) m on true`,
    [
      tx.stationId,
      guideId,
      caseId,
      appointmentId,
      occasion.officerId,
      missing.map(() => newId()),
      missing.map(({ key }) => key),
      missing.map(({ cause }) => cause),
      missing.map(({ reason }) => reason.trim()),
    ],
  )
  if (rowCount !== missing.length) throw invalid('选的材料不在这件事的清单里，请刷新页面后再试。')
  const { conversationId, contactId, villageId } = occasion
  await writeEvents(tx, actor, [
    {
      name: 'case.second_trip',
      subject: caseId ? { kind: 'case', id: caseId } : { kind: 'appointment', id: appointmentId ?? '' },
      conversationId,
      contactId,
      villageId,
      data: { guideId, papers: missing.map(({ key, cause }) => ({ key, cause })) },
    },
  ])
}
