import type { WechatStatus } from '../../../contract/wechat.ts'
import { publicBaseUrl } from '../../gateways/wecom/api/api-config.ts'
import { explainErrcode } from '../../gateways/wecom/api/explain-errcode.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { countReplyLines } from '../inbox/count-reply-lines.ts'
import { showChange, showLastChange } from './changes/show-change.ts'
import { readDomainFile } from './domain-file.ts'
import { listSources } from './list-sources.ts'
import { listUngreeted } from './list-ungreeted.ts'
import { countRejected, listStopped } from './note-servicer.ts'

/** How the channel is doing, with nothing of what anybody said and none of its secrets. */
export async function showStatus(tx: Tx, dataDir: string, officerId: string): Promise<WechatStatus> {
  const { rows } = await tx.client.query(
    `select s.code, c.corp_id, c.base_url, c.agent_id, c.login_url, c.verified_at, c.called_at, c.call_error, c.canary_at,
       c.token_at, c.token_refused_at, c.token_refusal,
       case when c.verified_secret is null then null when exists (select from wechat_secrets x where x.station_id = $1 and x.id = c.verified_secret
         and x.retires_at is null) then 'new' else 'old' end as signed_with,
       (select max(set_at) from wechat_secrets x where x.station_id = $1 and x.kind = 'app_secret' and x.retires_at is null) as secret_set_at,
       (select max(set_at) from wechat_secrets x where x.station_id = $1 and x.kind = 'callback' and x.retires_at is null) as callback_set_at,
       coalesce((select json_agg(json_build_object('kind', x.kind, 'until', x.retires_at) order by x.retires_at) from wechat_secrets x
         where x.station_id = $1 and x.retires_at > clock_timestamp()), '[]') as retiring_secrets,
       (select json_build_object('hour', coalesce(sum(w.calls) filter (where w.hour = date_trunc('hour', clock_timestamp())), 0),
           'day', coalesce(sum(w.calls), 0), 'refused', coalesce(sum(w.refused), 0), 'throttled', coalesce(sum(w.throttled), 0))
         from wechat_calls w where w.station_id = $1 and w.hour > clock_timestamp() - interval '24 hours') as calls,
       (select json_build_object('open', count(*), 'unowned', count(*) filter (where l.owner_id is null)) from wechat_letters l
         where l.station_id = $1 and l.settled_at is null and l.replayed_at is null) as letters,
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
    `select a.open_kfid, a.name, a.village_id, a.granted, a.last_message_at, a.pulled_at, a.fail_code,
       coalesce((select json_agg(json_build_object('id', d.id, 'villageId', d.village_id, 'url', d.url, 'madeAt', d.made_at) order by d.made_at)
         from kf_doors d where d.station_id = $1 and d.open_kfid = a.open_kfid), '[]') as doors
     from kf_accounts a where a.station_id = $1 order by a.name, a.open_kfid`,
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
    retiringSecrets: row.retiring_secrets,
    signedWith: row.signed_with,
    tokenAt: iso(row.token_at),
    tokenRefusedAt: iso(row.token_refused_at),
    tokenRefusal: row.token_refusal && sentenceOf(row.token_refusal),
    calls: { ...row.calls, mostAnHour },
    lines: await countReplyLines(tx),
    letters: row.letters,
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
      doors: account.doors,
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
    sources: await listSources(tx),
    domainFile: await readDomainFile(tx),
    greetings: await listUngreeted(tx),
    stopped: await listStopped(tx),
    rejected: await countRejected(tx),
    change: await showChange(tx, dataDir, officerId),
    lastChange: await showLastChange(tx),
  }
}

/** Of each kind of call, by the vendor's page 90454. */
const mostAnHour = 150_000

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
