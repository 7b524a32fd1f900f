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

-- Takes a batch in one round trip and one commit; returns the new ones. Each statement sees what was committed before
-- it, so a message that was filed between the first and the second is found by the second.
create function take_arrivals(station uuid, messages json) returns table (id uuid, received_at timestamptz)
language plpgsql as $$
declare
  taken uuid[];
begin
  perform set_config('app.station_id', station::text, true);
  with inserted as (
    insert into arrivals as a (station_id, id, contact_id, client_key, message)
    select station, m.id, m.contact_id, m.client_key, m.message
    from json_to_recordset(messages) as m(id uuid, contact_id uuid, client_key text, message json)
    on conflict do nothing
    returning a.id
  )
  select array_agg(i.id) into taken from inserted i;
  -- A sub-select rather than a join: its plan is made while the table is young, and is the right one for ever.
  delete from arrivals a where a.station_id = station and a.id = any(taken) and (
    select true from messages m
    where m.station_id = station and m.contact_id = a.contact_id and m.client_key = a.client_key);
  return query select a.id, a.received_at from arrivals a where a.station_id = station and a.id = any(taken);
end $$;
