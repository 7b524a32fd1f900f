-- How many households of a group stand how, once nothing moves on them any more: a day is then counted from these and
-- from the few on which something moves after that day. A county of a million households has some twenty thousand groups.
truncate household_reach, coverage_marks, coverage_reads;
alter table household_reach add column settles_as text not null;
create index household_reach_moved on household_reach (station_id, moved_on);

create table household_reach_counts (
  station_id uuid not null,
  village_id uuid not null,
  village_group text not null,
  settles_as text not null,
  households integer not null check (households >= 0),
  primary key (station_id, village_id, village_group, settles_as)
);
call own_by_station('household_reach_counts');
