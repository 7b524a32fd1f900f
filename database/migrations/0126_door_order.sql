-- The order of the doors is kept with the household: to work it out for eleven thousand at every look costs a tenth of a second.
alter table households add column door_key text generated always as (door_order(address)) stored;
drop index households_by_door;
create index households_by_door on households (station_id, village_id, door_key, id);
