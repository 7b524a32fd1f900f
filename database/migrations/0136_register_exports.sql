-- Lists of residents or households that leave the system: who asked, for what, who agreed, and the file for a day.
create table register_exports (
  station_id uuid not null,
  id uuid not null,
  -- 1, 2, 3 … in the station: said on every page of the file.
  number integer not null,
  kind text not null check (kind in ('residents', 'households')),
  form text not null check (form in ('xlsx', 'csv')),
  -- What is asked for: villages, group, words.
  filter jsonb not null,
  columns text[] not null,
  purpose text not null,
  case_number text not null default '',
  -- How many rows it has: counted when asked for, and again when made.
  rows integer not null,
  state text not null check (state in ('waiting', 'ready', 'refused', 'withdrawn')),
  asked_by uuid not null,
  asked_at timestamptz not null default clock_timestamp(),
  decided_by uuid,
  decided_at timestamptz,
  reason text not null default '',
  made_at timestamptz,
  expires_at timestamptz,
  bytes bytea,
  primary key (station_id, id),
  unique (station_id, number),
  -- A second person: never the one who asked.
  check (state <> 'refused' or decided_by is not null),
  check (decided_by is null or decided_by <> asked_by)
);
create index register_exports_asked on register_exports (station_id, asked_by, asked_at);
call own_by_station('register_exports', 'select, insert, update');
