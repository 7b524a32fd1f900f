-- Each time a group asks is a row: one that was answered may ask again, and then it waits again.
create table rumour_group_questions (
  station_id uuid not null,
  rumour_id uuid not null,
  group_id uuid not null,
  asked_at timestamptz not null default clock_timestamp(),
  asked_by uuid,
  primary key (station_id, rumour_id, group_id, asked_at),
  foreign key (station_id, rumour_id, group_id) references rumour_groups,
  foreign key (station_id, asked_by) references officers
);
call own_by_station('rumour_group_questions', 'select, insert, delete');

-- The rows of all stations, whose policy binds the owner too.
alter table rumour_groups no force row level security;
alter table rumour_group_questions no force row level security;
insert into rumour_group_questions (station_id, rumour_id, group_id, asked_at, asked_by)
  select station_id, rumour_id, group_id, asked_at, asked_by from rumour_groups where asked_at is not null;
alter table rumour_groups force row level security;
alter table rumour_group_questions force row level security;
-- What is left says that a group is on the list.
alter table rumour_groups drop column asked_at, drop column asked_by;

-- The same version may be put into a group twice: it had asked again.
alter table rumour_group_answers drop constraint rumour_group_answers_pkey;
alter table rumour_group_answers add primary key (station_id, rumour_id, group_id, version, answered_at);
