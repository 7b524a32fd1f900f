import type { Static } from 'typebox'
import type { ScriptOutcome, ScriptUse, ScriptUseQuery } from '../../../contract/script-use.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import type { Filter } from './figure.ts'
import type { Period } from './periods.ts'
import { readQuery } from './read-query.ts'

/** What each number means, as the page shows it; the conditions below are the same in SQL. */
export const outcomeDefinitions: Record<ScriptOutcome, { name: string; definition: string }> = {
  sent: {
    name: '发过',
    definition: '这段时间里有人发了这条话术（不论哪一版）的会话数。同一个会话里发几次算一次。',
  },
  answered: { name: '居民回了', definition: '发出后 7 天内，居民在这个会话里又写了话的。' },
  solved: {
    name: '没再来问',
    definition: '发出后办结，而且办结后满 7 天：居民没有在这里再写，没有为同一类事另开会话，也没有重新打开。',
  },
  undecided: {
    name: '还在看',
    definition: '发出后办结了，到现在没有再来问，但还不满 7 天，不算进“没再来问”。',
  },
  objected: {
    name: '有异议',
    definition: '发出后的办结，或者这件事开的案件发出后的结果，居民评价时提了异议的。',
  },
}

/** SQL (conversation `c`, sent `k`): objections to outcomes of its cases that were decided after the script was sent; add a condition on `r`. */
const caseObjection = `select from cases q join case_outcomes d on d.station_id = $1 and d.case_id = q.id and d.decided_at >= k.sent_at
      join case_ratings r on r.station_id = $1 and r.outcome_id = d.id and r.verdict = 'objection'
      where q.station_id = $1 and q.conversation_id = c.id`

/**
 * SQL of one row a script and conversation in which a person sent it in the period, with what came of it. Parameters
 * $1–$6 come from useValues.
 */
export const scriptUseQuery = `
kept as (
  select x.script_id, m.conversation_id, min(m.sent_at) as sent_at
  from messages m
  cross join lateral (
    select m.script_id union select s.script_id from message_scripts s where s.station_id = $1 and s.message_id = m.id) x
  where m.station_id = $1 and m.direction = 'outbound' and m.author_officer_id is not null and m.script_id is not null
    and m.sent_at >= $2 and m.sent_at < $3
  group by 1, 2
), used as (
  select k.script_id, k.sent_at, c.id as conversation_id, c.number, c.assignee_id, coalesce(c.village_id, p.village_id) as village_id,
    exists (select from messages a where a.station_id = $1 and a.conversation_id = c.id and a.direction = 'inbound'
      and a.sent_at > k.sent_at and a.sent_at <= k.sent_at + interval '7 days') as answered,
    x.closed_at, x.closed_at + interval '7 days' <= $4::timestamptz as week_over,
    x.closed_at is not null and (x.reopened_at <= x.closed_at + interval '7 days'
      or exists (select from messages w where w.station_id = $1 and w.conversation_id = c.id and w.direction = 'inbound'
        and w.sent_at > x.closed_at and w.sent_at <= x.closed_at + interval '7 days')
      or exists (select from conversations o where o.station_id = $1 and o.contact_id = c.contact_id and o.id <> c.id
        and o.scenario = c.scenario and o.opened_at > x.closed_at and o.opened_at <= x.closed_at + interval '7 days')
      or exists (${caseObjection} and r.rated_at > x.closed_at and r.rated_at <= x.closed_at + interval '7 days')) is true as came_back,
    exists (${caseObjection}) or exists (select from closures y join ratings r on r.station_id = $1 and r.closure_id = y.id
      where y.station_id = $1 and y.conversation_id = c.id and y.closed_at >= k.sent_at and r.verdict = 'objection') as objected
  from kept k
  join conversations c on c.station_id = $1 and c.id = k.conversation_id
  left join contacts p on p.station_id = $1 and p.id = c.contact_id
  left join lateral (select y.closed_at, y.reopened_at from closures y where y.station_id = $1 and y.conversation_id = c.id
    and y.closed_at >= k.sent_at and (y.reopened_at is null or y.reopened_by = 'resident') order by y.closed_at limit 1) x on true
  where ($6::text is null or c.channel = $6)
    and ($5::text is null or case when $5 = 'unknown' then coalesce(c.village_id, p.village_id) is null
      else coalesce(c.village_id, p.village_id)::text = $5 end)
)`

export const outcomeConditions: Record<ScriptOutcome, string> = {
  sent: 'true',
  answered: 'u.answered',
  solved: '(u.closed_at is not null and not u.came_back and u.week_over)',
  undecided: '(u.closed_at is not null and not u.came_back and not u.week_over)',
  objected: 'u.objected',
}

export function useValues(tx: Tx, period: Period, filter: Filter): unknown[] {
  return [tx.stationId, period.start, period.end, period.now, filter.village, filter.channel]
}

/**
 * Every script that was sent in the period, and those in use that were not; an auxiliary is told of those that are hers to
 * send. Numbers of the whole station, no person.
 */
export async function readScriptUse(
  tx: Tx,
  session: OfficerSession,
  { library, ...query }: ScriptUseQuery,
  now: Date,
): Promise<Static<typeof ScriptUse>> {
  const { period, filter } = readQuery(query, now)
  const counts = Object.entries(outcomeConditions).map(
    ([key, condition]) => `count(u.conversation_id) filter (where ${condition})::int as "${key}"`,
  )
  const { rows } = await tx.client.query(
    `with ${scriptUseQuery}, named as (
       select s.id, s.code, s.scenario, s.retired_at, n.approved, v.topic, v.title, v.expires_on from scripts s
       cross join lateral (select max(a.version) as approved from script_approvals a where a.station_id = $1 and a.script_id = s.id) n
       join script_versions v on v.station_id = $1 and v.script_id = s.id and v.version = n.approved
       where s.station_id = $1 and ($7::text is null or s.scenario = $7)
         and ($9::uuid[] is null or s.auxiliary_may and s.retired_at is null and (s.village_ids is null or s.village_ids && $9))
     )
     select n.id as "scriptId", n.code, n.scenario as library, n.topic, n.title,
       n.retired_at is null and n.expires_on >= $8::date as "inUse", ${counts.join(', ')}
     from named n left join used u on u.script_id = n.id
     group by n.id, n.code, n.scenario, n.topic, n.title, n.retired_at, n.expires_on
     having count(u.conversation_id) > 0 or n.retired_at is null
     order by count(u.conversation_id) desc, n.code`,
    [
      ...useValues(tx, period, filter),
      library ?? null,
      stationDay(now),
      session.scope === 'villages' ? session.villageIds : null,
    ],
  )
  const definitions = Object.entries(outcomeDefinitions).map(([key, words]) => ({
    key: key as ScriptOutcome,
    ...words,
  }))
  return { from: period.from, to: period.to, snapshotAt: now.toISOString(), definitions, items: rows }
}
