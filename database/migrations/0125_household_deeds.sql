-- Every deed on a household leaves one row of what became of it, by which it can be undone; a membership and an absence
-- say which row began or ended them. What was recorded with a person, imported or loaded has none.

alter table household_changes
  drop constraint household_changes_kind_check,
  add constraint household_changes_kind_check check (kind in (
    'founded', 'split_off', 'split_from', 'merged_in', 'merged_into', 'moved_out', 'died_out', 'door', 'corrected',
    'head', 'born', 'moved_in', 'married_in', 'registered', 'left', 'married_out', 'unregistered', 'died', 'away', 'back')),
  -- Whom it is about, where it is about one person.
  add column resident_id uuid,
  add foreign key (station_id, resident_id) references residents,
  add foreign key (station_id, other_household_id) references households;
create index household_changes_resident on household_changes (station_id, resident_id) where resident_id is not null;

alter table household_members
  add column began_change_id uuid,
  add column ended_change_id uuid;
alter table resident_absences
  add column began_change_id uuid,
  add column ended_change_id uuid;

-- Doors in the order in which one walks along them: 2号 before 10号. Numbers are filled up with noughts, eight digits.
create function door_order(address text) returns text language sql immutable parallel safe
return regexp_replace(regexp_replace(address, '([0-9]+)', '00000000\1', 'g'), '0*([0-9]{8})(?![0-9])', '\1', 'g');
create index households_by_door on households (station_id, village_id, door_order(address), id);
