import type { NoticeChoice, OwnNotices } from '../../../../contract/officer-notices.ts'
import { type NoticeKind, noticeKinds, type Permission } from '../../../../contract/vocabulary.ts'
import { explainErrcode } from '../../../gateways/wecom/api/explain-errcode.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { invalid } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { usualQuietHours } from './quiet-hours.ts'

/** Whoever sees no matters is told of her duty only; of the channel's change and of the rumour desk's work, who may see to it. */
function kindsOf(session: OfficerSession): NoticeKind[] {
  const sees = session.permissions.has('conversations.read')
  const needs: { [kind in NoticeKind]?: Permission } = {
    wechat_change: 'station.configure',
    rumour_due: 'rumours.decide',
    rumour_draft: 'scripts.approve',
    rumour_evidence: 'rumours.draft',
  }
  return noticeKinds.filter((kind) =>
    needs[kind] ? session.permissions.has(needs[kind]) : sees || kind.startsWith('duty'),
  )
}

/** An officer's own choice of what she is told, and what did not reach her lately. */
export async function showOwnNotices(tx: Tx, session: OfficerSession): Promise<OwnNotices> {
  const { officerId } = session
  const { rows } = await tx.client.query(
    `select s.officer_id is not null as chosen, s.unwanted, to_char(s.quiet_from, 'HH24:MI') as quiet_from,
       to_char(s.quiet_until, 'HH24:MI') as quiet_until,
       exists (select from officer_wecom_members m join wechat_channels c on c.station_id = $1 and c.agent_id is not null
         where m.station_id = $1 and m.officer_id = $2 and m.confirmed_at is not null) as bound
     from (select $2::uuid as id) me left join officer_notice_settings s on s.station_id = $1 and s.officer_id = me.id`,
    [tx.stationId, officerId],
  )
  const { rows: failures } = await tx.client.query(
    `select kind, made_at, fail_code from officer_notices where station_id = $1 and officer_id = $2 and state = 'failed'
       and made_at > clock_timestamp() - interval '7 days' order by made_at desc limit 5`,
    [tx.stationId, officerId],
  )
  const row = rows[0]
  return {
    bound: row.bound,
    kinds: kindsOf(session),
    unwanted: row.unwanted ?? [],
    quietFrom: row.chosen ? row.quiet_from : usualQuietHours!.from,
    quietUntil: row.chosen ? row.quiet_until : usualQuietHours!.until,
    failures: failures.map(({ kind, made_at, fail_code }) => ({
      kind,
      at: made_at.toISOString(),
      words: sentenceOf(fail_code),
    })),
  }
}

function sentenceOf(code: string | null): string {
  if (!code || !/^-?\d+$/.test(code)) return '企业微信没有接收，请告诉管理员。'
  const { meaning, mend } = explainErrcode(Number(code))
  return `${meaning}${mend}`
}

export async function chooseNotices(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  choice: NoticeChoice,
): Promise<{ done: true }> {
  if ((choice.quietFrom === null) !== (choice.quietUntil === null))
    throw invalid('安静时段要开始和结束一起填，或者都不填。')
  await tx.client.query(
    `insert into officer_notice_settings (station_id, officer_id, unwanted, quiet_from, quiet_until) values ($1, $2, $3, $4, $5)
     on conflict (station_id, officer_id) do update set unwanted = $3, quiet_from = $4, quiet_until = $5, changed_at = clock_timestamp()`,
    [tx.stationId, session.officerId, choice.unwanted, choice.quietFrom, choice.quietUntil],
  )
  await writeEvents(tx, actor, [
    {
      name: 'officer_notice.settings_changed',
      subject: { kind: 'officer', id: session.officerId },
      data: { unwanted: choice.unwanted.join(' ') },
    },
  ])
  return { done: true }
}
