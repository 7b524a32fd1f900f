import type { NoticeKind } from '../../../../contract/vocabulary.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'

/** How long a notice is of use, in hours. */
const usefulHours: Record<NoticeKind, number> = {
  emergency: 2,
  handed_over: 24,
  duty_tomorrow: 12,
  duty_now: 1,
  confirmation: 72,
  broadcast: 24,
  rumour_reply: 24,
  rumour_due: 12,
  rumour_draft: 24,
  rumour_evidence: 24,
  // As long as the change waits.
  wechat_change: 7 * 24,
}

type About = { kind: NoticeKind; about: string; conversationId?: string | null }

/**
 * Puts a notice down for each of these officers who has confirmed a member and wants to hear of it, once however often
 * it is asked for. Who may see it is looked at again when it is sent.
 */
export async function makeNotices(tx: Tx, officerIds: readonly string[], given: About): Promise<number> {
  if (officerIds.length === 0) return 0
  const { kind, about, conversationId = null } = given
  const { rowCount } = await tx.client.query({
    name: 'make-officer-notices',
    text: `insert into officer_notices (station_id, id, officer_id, kind, about, conversation_id, ends_at)
      select $1, x.id, x.officer_id, $4, $5, $6, clock_timestamp() + make_interval(hours => $7)
      from unnest($2::uuid[], $3::uuid[]) as x(id, officer_id)
      join officer_wecom_members m on m.station_id = $1 and m.officer_id = x.officer_id and m.confirmed_at is not null
      where not exists (select from officer_notice_settings s
        where s.station_id = $1 and s.officer_id = x.officer_id and $4 = any (s.unwanted))
      on conflict (station_id, officer_id, kind, about) do nothing`,
    values: [
      tx.stationId,
      officerIds.map(() => newId()),
      officerIds,
      kind,
      about,
      conversationId,
      usefulHours[kind],
    ],
  })
  return rowCount ?? 0
}
