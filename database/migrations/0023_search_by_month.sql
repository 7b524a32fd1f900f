-- The grams are looked up month by month, the newest first. A word that is common in older messages but not in the
-- newest would otherwise be fetched as often as it was ever said, to be put in order.
drop index message_grams_find;
create index message_grams_find on message_grams using gin
  (station_id, (date_trunc('month', received_at at time zone 'UTC')), grams);

drop function find_messages_by_grams;
grant usage, create on schema public to lianxinqiao_search;
create function find_messages_by_grams(wanted integer[], older_than timestamptz, oldest timestamptz, at_most integer)
returns table (message_id uuid, received_at timestamptz)
language plpgsql stable security definer set search_path = public as $$
declare
  month timestamp := date_trunc('month', least(older_than, clock_timestamp() + interval '1 day') at time zone 'UTC');
  missing integer := at_most;
  found_here integer;
begin
  while missing > 0 and month >= date_trunc('month', oldest at time zone 'UTC') loop
    return query
      select g.message_id, g.received_at from message_grams g
      where g.station_id = current_station() and date_trunc('month', g.received_at at time zone 'UTC') = month
        and g.grams @> wanted and g.received_at < older_than
      order by g.received_at desc limit missing;
    get diagnostics found_here = row_count;
    missing := missing - found_here;
    month := month - interval '1 month';
  end loop;
end $$;
alter function find_messages_by_grams owner to lianxinqiao_search;
revoke create on schema public from lianxinqiao_search;
revoke all on function find_messages_by_grams from public;
grant execute on function find_messages_by_grams to lianxinqiao_serving;
