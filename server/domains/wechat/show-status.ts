import type { WechatStatus } from '../../../contract/wechat.ts'
import { publicBaseUrl } from '../../gateways/wecom/api/api-config.ts'
import { explainErrcode } from '../../gateways/wecom/api/explain-errcode.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** How the channel is doing, with nothing of what anybody said and none of its secrets. */
export async function showStatus(tx: Tx): Promise<WechatStatus> {
  const { rows } = await tx.client.query(
    `select s.code, c.corp_id, c.base_url, c.agent_id, c.login_url, c.verified_at, c.called_at, c.call_error, c.canary_at,
       (select max(set_at) from wechat_secrets x where x.station_id = $1 and x.kind = 'app_secret' and x.retires_at is null) as secret_set_at,
       (select max(set_at) from wechat_secrets x where x.station_id = $1 and x.kind = 'callback' and x.retires_at is null) as callback_set_at,
       (select count(*)::int from wechat_secrets x where x.station_id = $1 and x.retires_at > clock_timestamp()) as retiring,
       (select count(*)::int from kf_messages m where m.station_id = $1 and m.handled_at is null and m.troubled_at is null) as unhandled,
       (select count(*)::int from kf_messages m where m.station_id = $1 and m.handled_at is null and m.troubled_at is not null) as troubled,
       (select count(*)::int from wechat_envelopes e where e.station_id = $1 and e.fail_code is not null and e.handled_at is null) as unreadable,
       (select count(*)::int from message_deliveries d where d.station_id = $1 and d.state in ('queued', 'sending')) as waiting_answers,
       (select count(*)::int from phone_tasks t where t.station_id = $1 and t.done_at is null) as phone_tasks,
       (select count(*)::int from officer_notices n where n.station_id = $1 and n.state = 'failed'
          and n.made_at > clock_timestamp() - interval '3 days') as failed_notices
     from stations s left join wechat_channels c on c.station_id = s.id where s.id = $1`,
    [tx.stationId],
  )
  const { rows: accounts } = await tx.client.query(
    `select open_kfid, name, village_id, door_url, granted, last_message_at, pulled_at, fail_code from kf_accounts
     where station_id = $1 order by name, open_kfid`,
    [tx.stationId],
  )
  const { rows: gaps } = await tx.client.query(
    'select id, open_kfid, from_at, until_at, found_at, seen_at from kf_gaps where station_id = $1 order by found_at desc limit 50',
    [tx.stationId],
  )
  const row = rows[0]
  return {
    corpId: row.corp_id,
    baseUrl: row.base_url ?? publicBaseUrl,
    agentId: row.agent_id,
    loginUrl: row.login_url,
    callbackPath: `/api/wecom/${row.code}/callback`,
    secretSetAt: iso(row.secret_set_at),
    callbackSetAt: iso(row.callback_set_at),
    retiring: row.retiring,
    verifiedAt: iso(row.verified_at),
    calledAt: iso(row.called_at),
    callError: row.call_error && sentenceOf(row.call_error),
    canaryAt: iso(row.canary_at),
    unhandled: row.unhandled,
    troubled: row.troubled,
    unreadable: row.unreadable,
    waitingAnswers: row.waiting_answers,
    phoneTasks: row.phone_tasks,
    failedNotices: row.failed_notices,
    accounts: accounts.map((account) => ({
      openKfid: account.open_kfid,
      name: account.name,
      villageId: account.village_id,
      doorUrl: account.door_url,
      granted: account.granted,
      lastMessageAt: iso(account.last_message_at),
      pulledAt: iso(account.pulled_at),
      failCode: account.fail_code,
      failure: account.fail_code && sentenceOf(account.fail_code),
    })),
    gaps: gaps.map((gap) => ({
      id: gap.id,
      openKfid: gap.open_kfid,
      fromAt: gap.from_at.toISOString(),
      untilAt: gap.until_at.toISOString(),
      foundAt: gap.found_at.toISOString(),
      seenAt: iso(gap.seen_at),
    })),
  }
}

const iso = (value: Date | null) => value?.toISOString() ?? null

/** A code that the worker noted, in words. */
function sentenceOf(code: string): string {
  if (/^-?\d+$/.test(code)) {
    const { meaning, mend } = explainErrcode(Number(code))
    return `${meaning}${mend}（错误码 ${code}）`
  }
  if (code === 'throttled') return '调用太频繁，企业微信要我们等一会儿，会自动再试。'
  return '连不上企业微信的服务器，会自动再试。'
}
