import type { ReferralList, ReferralQuery } from '../../../../contract/office-referrals.ts'
import { recordListed } from '../../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { handledConversations } from '../visibility.ts'

/** A referral (alias `r`) as the contract has it. */
export const referralFields = `'id', r.id, 'office', r.office, 'phone', r.phone, 'officerName', coalesce((
    select o.name from officers o where o.station_id = $1 and o.id = r.officer_id), ''), 'referredAt', r.referred_at,
  'askOn', r.ask_on, 'askedAt', r.asked_at, 'answer', r.answer, 'answeredAt', r.answered_at`

const state = `case when r.answer is not null then r.answer when r.asked_at is null then 'waiting' else 'silent' end`

/** What was handed to other offices in the last year and is this officer's to see. The look at its matters is recorded. */
export async function listReferrals(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  query: ReferralQuery,
): Promise<ReferralList> {
  const handled = handledConversations(session, 4)
  const from = `from office_referrals r join conversations c on c.station_id = $1 and c.id = r.conversation_id
    where r.station_id = $1 and r.referred_at > now() - interval '365 days' and ($3::text is null or r.office = $3)
      and ${handled.sql}`
  const { rows } = await tx.client.query(
    `select (select coalesce(json_object_agg(k.state, k.count), '{}') from (
         select ${state} as state, count(*)::int as count ${from} group by 1) k) as counts,
       (select coalesce(json_agg(i.item order by i.referred_at desc), '[]') from (
         select r.referred_at, json_build_object(${referralFields}, 'conversationId', c.id, 'number', c.number,
           'personName', (select p.name from contacts p where p.station_id = $1 and p.id = c.contact_id),
           'villageName', (select v.name from villages v where v.station_id = $1 and v.id = c.village_id)) as item
         ${from} and ($2::text is null or ${state} = $2) order by r.referred_at desc limit 100) i) as items`,
    [tx.stationId, query.state ?? null, query.office ?? null, ...handled.values],
  )
  const items = rows[0].items as ReferralList['items']
  const shown = items.map(({ conversationId }) => conversationId)
  await recordListed(tx, actor, 'conversation.listed', shown, { of: 'office_referrals' })
  return {
    items,
    counts: { waiting: 0, silent: 0, done: 0, not_done: 0, ...rows[0].counts },
  }
}
