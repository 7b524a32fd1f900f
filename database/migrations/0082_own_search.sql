-- How long somebody had searched herself before she asked the station, as it was told. A correction is a new row; the latest counts.
create table case_own_searches (
  station_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- 0: she had not searched herself.
  minutes integer not null check (minutes between 0 and 43200),
  said_by text not null check (said_by in ('asker', 'family', 'other')),
  officer_id uuid not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  foreign key (station_id, case_id) references cases,
  foreign key (station_id, officer_id) references officers
);
create index case_own_searches_case on case_own_searches (station_id, case_id, recorded_at desc);
call own_by_station('case_own_searches', 'select, insert');
