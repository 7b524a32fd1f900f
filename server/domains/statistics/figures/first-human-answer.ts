import type { Tx } from '../../../platform/tenancy.ts'
import { asMinutes, type FigureDefinition, type Filter } from '../figure.ts'
import type { Wait } from '../kaplan-meier.ts'
import { answeredWithin } from '../kaplan-meier.ts'
import type { Period } from '../periods.ts'
import { readStaffedTime } from '../read-staffed-time.ts'
import { readRows } from '../rows-query.ts'
import { staffedMinutes } from '../staffed-time.ts'

/** Conversations that residents began themselves; what an officer wrote down afterwards never waited. $4 is now. */
const asked = `asked as (
  select c.id, c.number, coalesce(c.village_id, h.village_id, t.village_id) as village_id, c.assignee_id, c.scenario,
    c.channel, c.opened_at, case when c.first_answer_at <= $4 then c.first_answer_at end as answered_at
  from conversations c
  left join contacts t on t.station_id = $1 and t.id = c.contact_id
  left join residents r on r.station_id = $1 and r.id = t.resident_id
  left join households h on h.station_id = $1 and h.id = r.household_id
  where c.station_id = $1 and c.opened_at >= $2 and c.opened_at < $3 and c.merged_into is null and c.channel in ('web', 'wechat')
), kept as (
  select * from asked where ($6::text is null or channel = $6)
    and ($5::text is null or case when $5 = 'unknown' then village_id is null else village_id::text = $5 end)
)`

function valuesOf(tx: Tx, period: Period, filter: Filter): unknown[] {
  return [tx.stationId, period.start, period.end, period.now, filter.village, filter.channel]
}

export const firstHumanAnswer: FigureDefinition = {
  key: 'first_human_answer',
  version: 1,
  name: '第一次有人回答',
  definition:
    '本期居民自己发来的会话，从第一条消息到第一次有人回答的时间；还没有回答的按已等的时间计入（Kaplan–Meier），列出中位数和 90 百分位，分全部时间和有人值班的时间。自动回复不算。',
  unit: 'minutes',
  compared: true,
  async compute(tx, period, filter) {
    const { rows } = await tx.client.query(
      `with ${asked} select (extract(epoch from opened_at) * 1000)::float8 as asked,
         (extract(epoch from answered_at) * 1000)::float8 as answered from kept`,
      valuesOf(tx, period, filter),
    )
    const staffed = await readStaffedTime(tx, period.start, period.now)
    const all: Wait[] = []
    const onDuty: Wait[] = []
    for (const row of rows) {
      const until = row.answered ?? period.now.getTime()
      const answered = row.answered !== null
      all.push({ minutes: Math.max(0, until - row.asked) / 60_000, answered })
      onDuty.push({ minutes: staffedMinutes(staffed, row.asked, until), answered })
    }
    const [median, late] = answeredWithin(all, [0.5, 0.9]) as [number | null, number | null]
    const [staffedMedian, staffedLate] =
      staffed.length > 0 ? answeredWithin(onDuty, [0.5, 0.9]) : [null, null]
    const answers = all.filter((wait) => wait.answered).length
    return asMinutes(median, answers, all.length, {
      measures: [
        { key: 'median_all', name: '中位数（全部时间）', unit: 'minutes', value: median },
        { key: 'p90_all', name: '90 百分位（全部时间）', unit: 'minutes', value: late },
        { key: 'median_staffed', name: '中位数（值班时间）', unit: 'minutes', value: staffedMedian ?? null },
        { key: 'p90_staffed', name: '90 百分位（值班时间）', unit: 'minutes', value: staffedLate ?? null },
        { key: 'unanswered', name: '还没有人回答', unit: 'count', value: all.length - answers },
      ],
      note:
        all.length === 0
          ? '这段时间没有居民自己发来的会话。'
          : median === null
            ? '一半以上还没有人回答，中位数还不知道。'
            : null,
    })
  },
  rows: (tx, period, filter, wanted) =>
    readRows(
      tx,
      `${asked}, found as (select 'conversation' as kind, id, number as label, answered_at is not null as counted, village_id,
         assignee_id, scenario, channel, opened_at as at,
         case when answered_at is null then '还没有人回答' else '已有人回答' end as reason,
         round((extract(epoch from coalesce(answered_at, $4) - opened_at) / 60)::numeric, 1) as minutes, null::text as part from kept)`,
      valuesOf(tx, period, filter),
      wanted,
    ),
}
