import { scenarios } from '../contract/vocabulary.ts'

/** A UUIDv7 of a moment (milliseconds) and a running number, the same every time. */
export const loadIdFunction = `create or replace function pg_temp.load_id(ms bigint, n bigint) returns uuid language sql immutable as $$
  select (lpad(to_hex(ms), 12, '0') || '7' || lpad(to_hex(n % 4096), 3, '0') || '8' || lpad(to_hex(n), 15, '0'))::uuid $$`

const scenarioList = `array['${scenarios.join("','")}']`
/** The town's first moment in milliseconds, and how long its history lasts. */
const since = `current_setting('app.load_since')::bigint`
const span = `(425 * 86400000::bigint)`
/** A repeatable number from 0 to size − 1 for a row. */
const chosen = (row: string, salt: number, size: string) =>
  `(abs(hashint8(${row} * 7919 + ${salt})::bigint) % ${size})`

/** $1 station, $2 residents: villages if there are none, households, residents who live there, one contact each. */
export const fillRegister = `
with made as (
  insert into villages (station_id, id, code, name, position)
  select $1::uuid, pg_temp.load_id(${since}, 9000000 + i), lpad(i::text, 3, '0'), '第' || i || '村', i from generate_series(1, 8) i
  where not exists (select from villages where station_id = $1)
  returning id
), places as (
  select id, row_number() over (order by id) - 1 as n, count(*) over () as size
  from (select id from made union all select id from villages where station_id = $1) v
), homes as (
  insert into households (station_id, id, village_id, address, resident_since_on)
  select $1, pg_temp.load_id(${since}, 1000000 + i), p.id, (1 + i / 100) || '组' || (1 + i % 100) || '号', '2015-01-01'
  from generate_series(0, $2::int - 1) i join places p on p.n = i % p.size
), people as (
  insert into residents (station_id, id, household_id, name, name_initials, phone)
  select $1, pg_temp.load_id(${since}, 2000000 + i), pg_temp.load_id(${since}, 1000000 + i),
    substr('陈李刘王张周黄杨谢贺', 1 + i % 10, 1) || substr('秀桂建志国文春雪立大', 1 + (i / 10) % 10, 1) || substr('英兰华平辉明芳林生梅', 1 + (i / 100) % 10, 1),
    substr('clwzy', 1 + i % 5, 1) || 'xx', '1' || 30 + i % 70 || '0000' || lpad((i % 10000)::text, 4, '0')
  from generate_series(0, $2::int - 1) i
), lives as (
  insert into household_members (station_id, id, household_id, resident_id, tie, head, began_on, began_how)
  select $1, pg_temp.load_id(${since}, 4000000 + i), pg_temp.load_id(${since}, 1000000 + i), pg_temp.load_id(${since}, 2000000 + i),
    'lives', true, '2015-01-01', 'recorded'
  from generate_series(0, $2::int - 1) i
)
insert into contacts (station_id, id, channel, resident_id, village_id, name)
select $1, pg_temp.load_id(${since}, 3000000 + i), case when i % 8 = 0 then 'web' else 'wechat' end,
  pg_temp.load_id(${since}, 2000000 + i), p.id, '居民' || i
from generate_series(0, $2::int - 1) i join places p on p.n = i % p.size`

/** $1 station, $2 from, $3 until, $4 how many conversations in all, $5 residents. */
const matters = `matters as (
  select i, ${since} + (i::bigint * ${span} / $4::int) as ms, $5::int as residents,
    ${chosen('i', 1, '$5::int')} as person, ${chosen('i', 2, '100')} as luck from generate_series($2::int, $3::int - 1) i
), told as (
  select m.*, pg_temp.load_id(m.ms, m.i) as id, to_timestamp(m.ms / 1000.0) as opened_at, c.id as contact_id, c.channel, c.village_id,
    m.i < $4::int - 800 as closed, (${scenarioList})[1 + m.luck % 6] as scenario
  from matters m join contacts c on c.station_id = $1 and c.id = pg_temp.load_id(${since}, 3000000 + m.person)
), lines as (
  select t.*, j, t.i::bigint * 4 + j as n, t.ms + j * 900000 as said_ms, x.body, x.grams, x.sounds
  from told t cross join generate_series(0, 3) j
  join load_texts x on x.id = 2 * ${chosen('(t.i::bigint * 4 + j)', 3, '((select count(*) from load_texts) / 2)')} + j % 2
  where t.closed or j < 1 + t.i % 3
)`

const messageId = 'pg_temp.load_id(l.said_ms, l.n)'

export const fillConversations = [
  `with ${matters}
   insert into conversations (station_id, id, number, contact_id, channel, village_id, scenario, opened_at, last_message_at, last_preview,
     waiting_since, first_answer_at, closed_at)
   select $1, t.id, 'L' || t.i, t.contact_id, t.channel, t.village_id, t.scenario, t.opened_at, t.opened_at + interval '45 minutes', '答：好的',
     case when not t.closed and t.i % 3 <> 1 then t.opened_at end, case when t.closed or t.i % 3 > 0 then t.opened_at + interval '15 minutes' end,
     case when t.closed then t.opened_at + interval '50 minutes' end from told t`,
  `with ${matters}
   insert into messages (station_id, id, conversation_id, contact_id, direction, body, client_key, sent_at, received_at)
   select $1, ${messageId}, l.id, l.contact_id, case when l.j % 2 = 0 then 'inbound' else 'outbound' end, l.body, 'load-' || l.n,
     to_timestamp(l.said_ms / 1000.0), to_timestamp(l.said_ms / 1000.0) from lines l`,
  `with ${matters}
   insert into message_grams (station_id, message_id, received_at, grams)
   select $1, ${messageId}, to_timestamp(l.said_ms / 1000.0), salt_grams(l.grams, month_salt($1, to_timestamp(l.said_ms / 1000.0))) from lines l`,
  `with ${matters}
   insert into message_sounds (station_id, message_id, received_at, sounds)
   select $1, ${messageId}, to_timestamp(l.said_ms / 1000.0), salt_grams(l.sounds, month_salt($1, to_timestamp(l.said_ms / 1000.0)))
   from lines l on conflict do nothing`,
  `with ${matters}
   insert into triage_readings (station_id, message_id, emergency, scenario, confidence, reasons, version)
   select $1, ${messageId}, false, l.scenario, 0.9, '[]', 'load' from lines l where l.j % 2 = 0`,
  `with ${matters}
   insert into closures (station_id, id, conversation_id, officer_id, emergency, settlement, outcome, outcome_told_at, closed_at)
   select $1, pg_temp.load_id(t.ms + 3000000, t.i), t.id, $1, t.luck = 0, case when t.luck < 8 then 'scene' when t.luck < 30 then 'counter' else 'online' end,
     '已答复', t.opened_at + interval '50 minutes', t.opened_at + interval '50 minutes' from told t where t.closed`,
  `with ${matters}
   insert into events (station_id, id, name, actor_kind, actor_id, subject_kind, subject_id, conversation_id, contact_id, village_id, at)
   select $1, pg_temp.load_id(l.said_ms, l.n), case when l.j % 2 = 0 then 'message.received' else 'message.sent' end,
     case when l.j % 2 = 0 then 'resident' else 'officer' end, l.contact_id, 'message', ${messageId}, l.id, l.contact_id, l.village_id,
     to_timestamp(l.said_ms / 1000.0) from lines l`,
]
