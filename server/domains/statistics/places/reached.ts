/**
 * SQL: the contacts (`contact_id`) that have removed every work account they were with, and since when; $1 is the
 * station. Whoever has written since has not parted: `backSince` says that of contact `t`. Together they are what
 * parted.ts says of one contact, asked of all at once.
 */
const removedUs = `select w.contact_id, max(least(coalesce(w.left_at, 'infinity'), coalesce(w.ended_at, 'infinity'))) as gone_at
  from work_contacts w where w.station_id = $1 and w.followed_at <= now() group by w.contact_id
  having max(least(coalesce(w.left_at, 'infinity'), coalesce(w.ended_at, 'infinity'))) <= now()`

// By way of her conversations: messages have no index of their contacts.
const backSince = (t: string, goneAt: string) => `exists (select from conversations v
  join messages m on m.station_id = $1 and m.conversation_id = v.id and m.contact_id = ${t}.id and m.direction = 'inbound'
    and m.sent_at <= now() and m.sent_at > ${goneAt}
  where v.station_id = $1 and v.contact_id = ${t}.id)`

/**
 * SQL: the households of which somebody can be reached now, as `household_id`: what the figure household_coverage
 * counts today. `which` narrows the household `rh`.
 */
export const reachedNow = (which: string) => `select distinct r.household_id
  from households rh
  join residents r on r.station_id = $1 and r.household_id = rh.id
  join contacts t on t.station_id = $1 and t.resident_id = r.id and t.removed_at is null and t.opted_out_at is null
  left join (${removedUs}) g on g.contact_id = t.id
  where rh.station_id = $1 and ${which} and (g.contact_id is null or ${backSince('t', 'g.gone_at')})`
