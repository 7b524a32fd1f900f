-- The way of a version from draft to use: a row for each time it was sent for review, sent back or withdrawn. Drafting
-- and approving have rows of their own (script_versions, script_approvals).
create table script_steps (
  station_id uuid not null,
  id uuid not null,
  script_id uuid not null,
  version integer not null,
  kind text not null check (kind in ('submitted', 'sent_back', 'withdrawn')),
  officer_id uuid,
  words text not null default '' check (length(words) <= 200),
  at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  foreign key (station_id, script_id, version) references script_versions
);
create index script_steps_of_version on script_steps (station_id, script_id, version, id);
call own_by_station('script_steps', 'select, insert');

-- Until now a draft went to review by being written. For these inserts the owner goes past the policies, which show him
-- no station's rows.
alter table script_versions no force row level security;
alter table script_steps no force row level security;
insert into script_steps (station_id, id, script_id, version, kind, officer_id, at)
select station_id, gen_random_uuid(), script_id, version, 'submitted', drafted_by, drafted_at from script_versions;
alter table script_versions force row level security;
alter table script_steps force row level security;
