-- Search in people's words. Row-level security keeps every operator that is not leakproof out of index conditions,
-- so the gram index is asked through one narrow function: its owner may read gram hashes and nothing else, and the
-- function itself looks only at the station of the running transaction.

create extension if not exists btree_gin;

do $$ begin
  if not exists (select from pg_roles where rolname = 'lianxinqiao_search') then
    create role lianxinqiao_search nologin nosuperuser nobypassrls;
  end if;
  execute format('grant lianxinqiao_search to %I', current_user);
end $$;

create index message_grams_find on message_grams using gin (station_id, grams);
create policy of_search on message_grams for select to lianxinqiao_search using (true);
grant usage, create on schema public to lianxinqiao_search;
grant select on message_grams to lianxinqiao_search;

create function find_messages_by_grams(wanted integer[], older_than timestamptz, at_most integer)
returns table (message_id uuid, received_at timestamptz)
language sql stable security definer set search_path = public as $$
  select g.message_id, g.received_at from message_grams g
  where g.station_id = current_station() and g.grams @> wanted and g.received_at < older_than
  order by g.received_at desc limit at_most
$$;
alter function find_messages_by_grams owner to lianxinqiao_search;
revoke create on schema public from lianxinqiao_search;
revoke all on function find_messages_by_grams from public;
grant execute on function find_messages_by_grams to lianxinqiao_serving;
