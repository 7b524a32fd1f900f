-- Whom a search of the workbench showed: the event has all of them, these rows find it by person ("who looked at me").
-- A table and not an index over the event's data: under row-level security only leakproof conditions reach an index.
create table people_found (
  station_id uuid not null references stations,
  contact_id uuid not null,
  event_id uuid not null,
  primary key (station_id, contact_id, event_id)
);
call own_by_station('people_found', 'select, insert');

-- Everybody may read that a station exists and found one; its row is changed only from within it.
alter table stations enable row level security;
create policy anybody_reads on stations for select using (true);
create policy anybody_founds on stations for insert with check (true);
create policy own_changes on stations for update
  using (id = (select current_station())) with check (id = (select current_station()));
