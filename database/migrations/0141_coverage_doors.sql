-- Doors in the order in which one walks, made ready with the row: a county's are too many to be put in order at each
-- question. By code points, which is quick and the same everywhere.
truncate household_reach, coverage_marks, coverage_reads;
alter table household_reach add column door_key text collate "C" not null;
create index household_reach_doors on household_reach (station_id, village_id, door_key, household_id);
drop index household_reach_village, household_reach_moved;
drop trigger coverage_changed on households;
create trigger coverage_changed after update on households for each row
  when ((old.village_id, old.village_group, old.resident_since_on, old.resident_until_on, old.ended_how, old.address)
    is distinct from (new.village_id, new.village_group, new.resident_since_on, new.resident_until_on, new.ended_how, new.address))
  execute function mark_coverage('household:id');

-- Who opted out lately is left in peace at the door.
create index contacts_opted_out on contacts (station_id, opted_out_at) where opted_out_at is not null;
