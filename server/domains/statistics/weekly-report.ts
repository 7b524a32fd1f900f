import type { WeeklyReport } from '../../../contract/weekly-report.ts'
import { writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import { addDays, endOfDay, startOfDay, stationDay, weekdayOf } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { officersOfAccounts } from '../external-contacts/work-account-officers.ts'

const mondayOf = (day: string) => addDays(day, 1 - weekdayOf(day))

/** The report of the week that `day` lies in: as it was counted when the week was over, else as it is now. */
export async function readWeeklyReport(tx: Tx, day: string): Promise<WeeklyReport> {
  const weekOn = mondayOf(day)
  const { rows } = await tx.client.query(
    'select report, made_at from weekly_reports where station_id = $1 and week_on = $2',
    [tx.stationId, weekOn],
  )
  if (rows[0]) return { ...rows[0].report, madeAt: rows[0].made_at.toISOString() }
  return countWeek(tx, weekOn)
}

/** Keeps last week's report: what was said then no longer changes. Made once, however often it is asked for. */
export async function makeWeeklyReport(tx: Tx, now = new Date()): Promise<void> {
  const weekOn = addDays(mondayOf(stationDay(now)), -7)
  const { rowCount } = await tx.client.query(
    'insert into weekly_reports (station_id, week_on, report) values ($1, $2, $3) on conflict do nothing',
    [tx.stationId, weekOn, JSON.stringify(await countWeek(tx, weekOn))],
  )
  if (rowCount! > 0)
    await writeEvents(tx, { kind: 'system', id: null }, [
      { name: 'weekly_report.made', subject: { kind: 'weekly_report', id: newId() }, data: { weekOn } },
    ])
}

async function countWeek(tx: Tx, weekOn: string): Promise<WeeklyReport> {
  const untilOn = addDays(weekOn, 6)
  const span = [tx.stationId, startOfDay(weekOn), endOfDay(untilOn)]
  const officers = await officersOfAccounts(tx)
  const said = await tx.client.query({ name: 'weekly-said', text: saidSql, values: span })
  const accounts = await tx.client.query({ name: 'weekly-accounts', text: accountsSql, values: span })
  return {
    weekOn,
    untilOn,
    madeAt: null,
    said: said.rows,
    accounts: accounts.rows.map((row) => ({ ...row, officerName: officers.get(row.account)?.name ?? null })),
  }
}

// An answer in WeChat belongs to the account it left by, as it stands with the message: the member who wrote it in the
// client, the customer service account that carried it, else the member who has the contact. Everything else left by the
// workbench, under the officer's own sign-in. What was not taken, or failed afterwards, has not been said.
const saidSql = `
  with answers as (
    select m.conversation_id, m.contact_id, c.channel, o.name as officer, o.username, nullif(s.detail, '') as servicer,
      s.message_id is not null as in_client,       k.account as kf_account, coalesce(nullif(a.name, ''), k.account) as kf_name,
      case when c.channel = 'wechat' then t.work_account end as work_account
    from messages m
    join conversations c on c.station_id = $1 and c.id = m.conversation_id
    left join officers o on o.station_id = $1 and o.id = m.author_officer_id
    left join contacts t on t.station_id = $1 and t.id = m.contact_id
    left join message_marks s on s.station_id = $1 and s.message_id = m.id and s.kind = 'by_servicer'
    left join message_accounts k on k.station_id = $1 and k.message_id = m.id
    left join account_names a on a.station_id = $1 and a.account = k.account
    where m.station_id = $1 and m.direction = 'outbound' and m.received_at >= $2 and m.received_at < $3
      and not exists (select from message_deliveries d where d.station_id = $1 and d.message_id = m.id and d.state <> 'accepted')
  ), placed as (
    select *, case when servicer is not null then 'wecom' when kf_account is not null then 'kf'
        when in_client or work_account is not null then 'wecom' else 'workbench' end as kind,
      coalesce(servicer, kf_account, work_account, username, '') as key,
      coalesce(servicer, kf_name, work_account, username, '') as account
    from answers
  )
  select kind, account, channel, count(*)::int as sent, count(distinct contact_id)::int as residents,
    count(distinct conversation_id)::int as conversations,
    coalesce(array_agg(distinct officer) filter (where officer is not null), '{}') as officers
  from placed group by kind, key, account, channel order by kind, sent desc, account, channel`

const accountsSql = `
  select a.user_id as account,
    (count(w.*) filter (where w.followed_at < $3 and coalesce(w.ended_at, 'infinity') >= $3))::int as contacts,
    (count(w.*) filter (where w.followed_at >= $2 and w.followed_at < $3))::int as added,
    (count(w.*) filter (where least(w.ended_at, w.left_at) >= $2 and least(w.ended_at, w.left_at) < $3))::int as left,
    (select count(*)::int from chat_groups g where g.station_id = $1 and g.owner_account = a.user_id and g.created_at < $3
      and coalesce(g.dismissed_at, 'infinity') >= $3) as groups
  from work_accounts a left join work_contacts w on w.station_id = $1 and w.user_id = a.user_id
  where a.station_id = $1 group by a.user_id order by contacts desc, a.user_id`
