import type { Tx } from '../../platform/tenancy.ts'
import { matterConditions, mattersQuery, mattersValues } from './matters.ts'
import { monthPeriod } from './periods.ts'

/** So many of a month: few enough to be read through, and in a year enough to say "at most 3 in 240". */
const sampleSize = 20

export type DrawnMatter = {
  kind: 'conversation' | 'case'
  id: string
  number: string
  conversationId: string | null
  contactId: string | null
  villageId: string | null
  scenario: string
  settlement: string
  closedAt: Date
  reviewed: boolean
  /** Closed, or decided, by the officer who asks. */
  own: boolean
}

/**
 * The non-emergency matters that chance drew of those closed in a month. Nobody picks: the order comes from station,
 * month and matter alone, the same for everybody who asks. In a month that still runs the sample moves with its matters.
 */
export async function drawSample(
  tx: Tx,
  officerId: string,
  month: string,
  now: Date,
): Promise<DrawnMatter[]> {
  const period = monthPeriod(month, now)
  const { rows } = await tx.client.query(
    `with ${mattersQuery}, drawn as (
       select * from matters where (${matterConditions.nonEmergency}) and $4::timestamptz is not null
       order by md5($1::text || $7 || id::text) limit ${sampleSize}
     )
     select kind, id, number, conversation_id as "conversationId", contact_id as "contactId", village_id as "villageId",
       scenario, settlement, closed_at as "closedAt",
       exists (select from matter_reviews v where v.station_id = $1 and v.matter_kind = kind and v.matter_id = d.id
         and v.taken_back_at is null) as reviewed,
       case kind when 'case'
         then exists (select from case_outcomes o where o.station_id = $1 and o.case_id = d.id and o.officer_id = $8)
         else exists (select from closures x where x.station_id = $1 and x.conversation_id = d.id and x.officer_id = $8)
       end as own
     from drawn d order by md5($1::text || $7 || id::text)`,
    [...mattersValues(tx, [period], { village: null, channel: null }), month, officerId],
  )
  return rows
}
