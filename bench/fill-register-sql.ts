/** A UUIDv7-like id of a kind and a running number, the same every time for a station. */
const id = (kind: number, n: string) =>
  `(lpad(to_hex(hashtext(($1::uuid)::text)::bigint & 4294967295), 8, '0') || '-0000-7${kind}00-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`
const villages = `greatest(8, $2::int / 1375)`
/** A repeatable number from 0 to size − 1 for a row. */
const chosen = (salt: number, size: number) => `(abs(hashint8(i::bigint * 7919 + ${salt})::bigint) % ${size})`
const ago = (days: string) => `now() - (${days}) * interval '1 day'`

/**
 * $1 station, $2 households, in the demo town's proportions: six of ten with a contact, some with two, one in a hundred
 * deleted or opted out, people on the move, families away, numbers nobody has matched, accounts that were removed.
 */
export const fillRegisterSql = [
  `insert into villages (station_id, id, code, name, position) select $1::uuid, ${id(1, 'i')}, i::text, '第' || i || '村', i from generate_series(1, ${villages}) i where $2::int > 0`,
  `insert into households (station_id, id, village_id, village_group, address, resident_since_on, resident_until_on)
   select $1::uuid, ${id(2, 'i')}, ${id(1, `1 + i % ${villages}`)}, (1 + i / ${villages} / 55) || '组', (1 + i / ${villages} / 55) || '组' || i || '号',
     current_date - 500 - (${chosen(1, 9000)})::int,
     case when ${chosen(3, 150)} = 0 then current_date - (${chosen(4, 400)})::int end
   from generate_series(0, $2::int - 1) i`,
  `insert into residents (station_id, id, household_id, name, phone)
   select $1::uuid, ${id(3, 'i')}, ${id(2, 'i % $2::int')}, '居民' || i, case when i % 3 > 0 then '1' || lpad(i::text, 10, '0') else '' end from generate_series(0, $2::int * 13 / 10 - 1) i`,
  `insert into household_members (station_id, id, household_id, resident_id, tie, head, began_on, began_how)
   select $1::uuid, ${id(4, 'i')}, ${id(2, 'i % $2::int')}, ${id(3, 'i')}, 'lives', i < $2::int, current_date - 500, 'recorded' from generate_series(0, $2::int * 13 / 10 - 1) i`,
  `insert into contacts (station_id, id, channel, resident_id, village_id, created_at, removed_at, opted_out_at)
   select $1::uuid, ${id(5, 'i')}, 'wechat', ${id(3, 'i * 17 / 10')}, ${id(1, `1 + i % ${villages}`)}, ${ago(`10 + ${chosen(5, 800)}`)},
     case when ${chosen(6, 100)} = 0 then ${ago(chosen(7, 300))} end, case when ${chosen(8, 200)} = 0 then ${ago(chosen(9, 300))} end
   from generate_series(0, ($2::bigint * 73 / 100)::int - 1) i`,
  `insert into contacts (station_id, id, channel, phone, created_at)
   select $1::uuid, ${id(6, 'i')}, 'web', '1' || lpad((i * 83)::text, 10, '0'), ${ago(`10 + ${chosen(10, 400)}`)} from generate_series(0, $2::int / 100) i`,
  `insert into work_contacts (station_id, user_id, external_userid, contact_id, followed_at, left_at)
   select $1::uuid, 'W' || i % 9, 'wm' || i, ${id(5, 'i')}, ${ago('700')}, case when ${chosen(11, 100)} = 0 then ${ago(chosen(12, 300))} end
   from generate_series(0, ($2::bigint * 60 / 100)::int - 1) i`,
  `insert into resident_absences (station_id, id, resident_id, reason, left_on)
   select $1::uuid, ${id(7, 'i')}, ${id(3, 'i * 10')}, 'work', current_date - (${chosen(13, 300)})::int from generate_series(0, $2::int / 10 - 1) i`,
]
