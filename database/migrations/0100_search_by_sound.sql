-- What people, cases and other things of a station are found by (server/platform/search/make-entry.ts): their words, the
-- pinyin, initials, telephone ends and doors as keys, and hashes of both for the index. Made again at any time.
create table search_entries (
  station_id uuid not null,
  kind text not null check (kind in ('resident', 'contact', 'case')),
  object_id uuid not null,
  words text not null,
  keys text not null,
  grams integer[] not null,
  primary key (station_id, kind, object_id)
);
create index search_entries_find on search_entries using gin (station_id, kind, grams);
call own_by_station('search_entries');

-- How messages sound: hashes of the sounds of each two neighbours. Beside message_grams, as it is filled in later for
-- the messages there are; months as there.
create table message_sounds (
  station_id uuid not null,
  message_id uuid not null,
  received_at timestamptz not null,
  sounds integer[] not null,
  primary key (station_id, message_id)
);
create index message_sounds_find on message_sounds using gin
  (station_id, (date_trunc('month', received_at at time zone 'UTC')), sounds);
call own_by_station('message_sounds', 'select, insert, delete');

-- As with message_grams: row-level security keeps `@>` out of index conditions, so the hashes are asked through functions
-- whose owner may read nothing else, and which look at the station of the running transaction only.
create policy of_search on search_entries for select to lianxinqiao_search using (true);
create policy of_search on message_sounds for select to lianxinqiao_search using (true);
grant select (station_id, kind, object_id, grams) on search_entries to lianxinqiao_search;
grant select on message_sounds to lianxinqiao_search;
grant usage, create on schema public to lianxinqiao_search;

-- All of the wanted hashes, or (`any_of`) one of them.
create function find_entries_by_grams(wanted_kind text, wanted integer[], any_of boolean, at_most integer)
returns table (object_id uuid)
language plpgsql stable security definer set search_path = public as $$
begin
  if any_of then
    return query select e.object_id from search_entries e
      where e.station_id = current_station() and e.kind = wanted_kind and e.grams && wanted limit at_most;
  else
    return query select e.object_id from search_entries e
      where e.station_id = current_station() and e.kind = wanted_kind and e.grams @> wanted limit at_most;
  end if;
end $$;

create function find_messages_by_sounds(wanted integer[], older_than timestamptz, oldest timestamptz, at_most integer)
returns table (message_id uuid, received_at timestamptz)
language plpgsql stable security definer set search_path = public as $$
declare
  month timestamp := date_trunc('month', least(older_than, clock_timestamp() + interval '1 day') at time zone 'UTC');
  missing integer := at_most;
  found_here integer;
begin
  while missing > 0 and month >= date_trunc('month', oldest at time zone 'UTC') loop
    return query
      select s.message_id, s.received_at from message_sounds s
      where s.station_id = current_station() and date_trunc('month', s.received_at at time zone 'UTC') = month
        and s.sounds @> wanted and s.received_at < older_than
      order by s.received_at desc limit missing;
    get diagnostics found_here = row_count;
    missing := missing - found_here;
    month := month - interval '1 month';
  end loop;
end $$;

alter function find_entries_by_grams owner to lianxinqiao_search;
alter function find_messages_by_sounds owner to lianxinqiao_search;
revoke create on schema public from lianxinqiao_search;
revoke all on function find_entries_by_grams from public;
revoke all on function find_messages_by_sounds from public;
grant execute on function find_entries_by_grams to lianxinqiao_serving;
grant execute on function find_messages_by_sounds to lianxinqiao_serving;
