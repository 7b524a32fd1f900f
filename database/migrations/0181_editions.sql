-- What a newer installation brings (scripts, guides) is laid before each station as proposals. How far a station has come:
-- a number that only grows, so that an older process beside a newer one lays nothing before anybody, and the hash of it all.
alter table stations
  add column edition integer not null default 0,
  add column edition_hash text not null default '';

-- Where a script or guide comes from: under which code it is delivered (its own code may be another, where the station had
-- given that one away), and the hash of what was last laid before the station; '' when it is no longer delivered. Null where
-- it was loaded before this was kept: then it is told from the newest version that nobody of the station has written.
alter table scripts add column delivered_code text, add column delivered_hash text;
create unique index scripts_delivered on scripts (station_id, delivered_code) where delivered_code is not null;
-- The version that says what was delivered; null for a guide of the station's own.
alter table guides add column delivered_version integer, add column delivered_hash text;

-- For these updates the owner goes past the policies, which show him no station's rows.
alter table scripts no force row level security;
alter table script_versions no force row level security;
alter table guides no force row level security;
update scripts s set delivered_code = s.code where exists (select from script_versions v
  where v.station_id = s.station_id and v.script_id = s.id and v.version = 1 and v.drafted_by is null);
-- Guides of the station's own are counted S01, S02 …
update guides set delivered_version = 1 where code ~ '^G[0-9]+$';
alter table scripts force row level security;
alter table script_versions force row level security;
alter table guides force row level security;

-- One delivered script or guide that differs from what the station has: new, changed, or no longer delivered.
create table edition_proposals (
  station_id uuid not null references stations,
  id uuid not null,
  kind text not null check (kind in ('script', 'guide')),
  change text not null check (change in ('new', 'changed', 'withdrawn')),
  code text not null,
  -- The station's script or guide; null where it is new.
  subject_id uuid,
  edition integer not null,
  hash text not null,
  says jsonb not null,
  -- Where a new one belongs: its library and who may send it, or its address and category.
  place jsonb not null default '{}',
  offered_at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  check ((change = 'new') = (subject_id is null))
);
create index edition_proposals_code on edition_proposals (station_id, kind, code, offered_at desc);
call own_by_station('edition_proposals', 'select, insert, update');

-- What somebody decided. Nobody: a later edition took the place of it, or the station had it already.
create table edition_decisions (
  station_id uuid not null,
  proposal_id uuid not null,
  decision text not null check (decision in ('taken_over', 'adapted', 'declined', 'superseded')),
  officer_id uuid,
  reason text not null default '' check (length(reason) <= 200),
  subject_id uuid,
  -- Of the script or guide, that came of it.
  version integer,
  decided_at timestamptz not null default clock_timestamp(),
  primary key (station_id, proposal_id),
  foreign key (station_id, proposal_id) references edition_proposals,
  foreign key (station_id, officer_id) references officers,
  check ((decision = 'superseded') = (officer_id is null))
);
call own_by_station('edition_decisions', 'select, insert');
