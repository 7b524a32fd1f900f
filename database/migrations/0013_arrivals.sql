-- Messages that are on disk and not yet in their conversation. Every message of a resident comes in through here; in
-- quiet times it is filed before she is answered, in a rush a moment after (server/domains/inbox/intake.ts).
create table arrivals (
  station_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  client_key text not null,
  message json not null,
  received_at timestamptz not null default clock_timestamp(),
  -- Could not be filed: left to its job, which shows among the dead letters when it gives up.
  troubled_at timestamptz,
  primary key (station_id, id),
  -- Once per sender and key, also while two processes hold the same message.
  unique (station_id, contact_id, client_key)
);
call own_by_station('arrivals');

-- Takes a batch in one round trip and one commit; returns the new ones and where their rows lie. Each statement sees what was committed before
-- it, so a message that was filed between the first and the second is found by the second. The new rows are not looked
-- up again: a plan made while this table was empty would go through all of it in a rush.
create function take_arrivals(station uuid, messages json) returns table (id uuid, received_at timestamptz, place tid)
language plpgsql as $$
declare
  ids uuid[];
  contacts uuid[];
  keys text[];
  times timestamptz[];
  places tid[];
  filed uuid[];
begin
  perform set_config('app.station_id', station::text, true);
  -- A frozen process may hold a row of the same key: its repeats fail and come again, and the others go in.
  perform set_config('lock_timeout', '2s', true);
  with inserted as (
    insert into arrivals as a (station_id, id, contact_id, client_key, message)
    select station, m.id, m.contact_id, m.client_key, m.message
    from json_to_recordset(messages) as m(id uuid, contact_id uuid, client_key text, message json)
    on conflict do nothing
    returning a.id, a.contact_id, a.client_key, a.received_at, a.ctid
  )
  select array_agg(i.id), array_agg(i.contact_id), array_agg(i.client_key), array_agg(i.received_at), array_agg(i.ctid)
  into ids, contacts, keys, times, places from inserted i;
  select array_agg(n.id) into filed from unnest(ids, contacts, keys) as n(id, contact_id, client_key)
  where (select true from messages m
    where m.station_id = station and m.contact_id = n.contact_id and m.client_key = n.client_key);
  if filed is not null then
    delete from arrivals a where a.station_id = station and a.id = any(filed);
  end if;
  return query select n.id, n.received_at, n.place from unnest(ids, times, places) as n(id, received_at, place)
    where filed is null or n.id <> all(filed);
end $$;
