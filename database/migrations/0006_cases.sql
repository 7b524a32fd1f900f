-- Cases: a matter with a kind, people, materials, clocks and an outcome.

create table cases (
  station_id uuid not null references stations,
  id uuid not null,
  number text not null,
  kind text not null check (kind in ('service', 'help', 'dispute', 'fraud', 'safety', 'rumour', 'other')),
  title text not null check (length(title) between 1 and 120),
  details text not null default '' check (length(details) <= 4000),
  status text not null default 'open' check (status in ('open', 'in_progress', 'waiting_resident', 'done', 'closed')),
  emergency boolean not null default false,
  channel text not null check (channel in ('web', 'wechat', 'walk_in', 'phone', 'seen_elsewhere')),
  scenario text not null,
  village_id uuid,
  contact_id uuid,
  conversation_id uuid,
  guide_id uuid,
  assignee_id uuid,
  place text not null default '',
  latitude double precision,
  longitude double precision,
  opened_by uuid not null,
  opened_at timestamptz not null default now(),
  finished_at timestamptz,
  merged_into uuid,
  client_key text,
  primary key (station_id, id),
  unique (station_id, number),
  foreign key (station_id, village_id) references villages,
  foreign key (station_id, contact_id) references contacts,
  foreign key (station_id, conversation_id) references conversations,
  foreign key (station_id, guide_id) references guides
);
create unique index cases_once on cases (station_id, opened_by, client_key) where client_key is not null;
create index cases_open on cases (station_id, opened_at desc) where finished_at is null and merged_into is null;
create index cases_recent on cases (station_id, opened_at desc, id desc);
create index cases_conversation on cases (station_id, conversation_id) where conversation_id is not null;
create index cases_contact on cases (station_id, contact_id) where contact_id is not null;
create index cases_finished on cases (station_id, finished_at) where finished_at is not null;
create index cases_title_trgm on cases using gin (title gin_trgm_ops);
call own_by_station('cases');

create table case_status_changes (
  station_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  status text not null,
  officer_id uuid,
  by_resident boolean not null default false,
  note text not null default '',
  changed_at timestamptz not null default now(),
  primary key (station_id, id),
  foreign key (station_id, case_id) references cases
);
create index case_status_changes_case on case_status_changes (station_id, case_id, changed_at);
call own_by_station('case_status_changes', 'select, insert');

create table case_people (
  station_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  resident_id uuid,
  name text not null,
  phone text not null default '',
  part text not null check (part in ('applicant', 'party', 'victim', 'witness', 'helper', 'guardian', 'other')),
  added_by uuid not null,
  added_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (station_id, id),
  foreign key (station_id, case_id) references cases
);
create index case_people_case on case_people (station_id, case_id);
call own_by_station('case_people');

create table case_materials (
  station_id uuid not null,
  case_id uuid not null,
  key text not null,
  position smallint not null,
  name text not null,
  needed_when text,
  primary key (station_id, case_id, key),
  foreign key (station_id, case_id) references cases
);
call own_by_station('case_materials');

-- The resident says she has it; the officer says it is right. Both are rows with a when.
create table case_material_checks (
  station_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  key text not null,
  verdict text not null check (verdict in ('ready', 'photographed', 'accepted', 'rejected', 'not_needed', 'withdrawn')),
  file_id uuid,
  officer_id uuid,
  note text not null default '',
  checked_at timestamptz not null default now(),
  primary key (station_id, id),
  foreign key (station_id, case_id, key) references case_materials
);
create index case_material_checks_case on case_material_checks (station_id, case_id, checked_at);
call own_by_station('case_material_checks', 'select, insert');

create table case_clocks (
  station_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('first_answer', 'service_limit', 'promise')),
  working_days smallint,
  started_at timestamptz not null,
  due_at timestamptz not null,
  stopped_at timestamptz,
  primary key (station_id, id),
  foreign key (station_id, case_id) references cases
);
create index case_clocks_due on case_clocks (station_id, due_at) where stopped_at is null;
create index case_clocks_case on case_clocks (station_id, case_id);
call own_by_station('case_clocks');

create table case_clock_changes (
  station_id uuid not null,
  id uuid not null,
  clock_id uuid not null,
  change text not null check (change in ('pause', 'resume', 'extend')),
  working_days smallint,
  due_at timestamptz,
  reason text not null,
  officer_id uuid not null,
  changed_at timestamptz not null default now(),
  primary key (station_id, id),
  foreign key (station_id, clock_id) references case_clocks
);
create index case_clock_changes_clock on case_clock_changes (station_id, clock_id, changed_at);
call own_by_station('case_clock_changes', 'select, insert');

create table case_outcomes (
  station_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  officer_id uuid not null,
  emergency boolean not null,
  settlement text not null check (settlement in ('online', 'counter', 'scene', 'other_office', 'withdrawn')),
  words text not null,
  told_at timestamptz,
  told_by_channel text,
  decided_at timestamptz not null default now(),
  reopened_at timestamptz,
  primary key (station_id, id),
  foreign key (station_id, case_id) references cases
);
create index case_outcomes_case on case_outcomes (station_id, case_id, decided_at desc);
create index case_outcomes_time on case_outcomes (station_id, decided_at);
call own_by_station('case_outcomes');

create table case_ratings (
  station_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  outcome_id uuid not null,
  verdict text not null check (verdict in ('helped', 'not_helped', 'objection')),
  words text not null default '' check (length(words) <= 500),
  rated_at timestamptz not null default now(),
  primary key (station_id, id),
  unique (station_id, outcome_id),
  foreign key (station_id, outcome_id) references case_outcomes
);
call own_by_station('case_ratings');

create table case_links (
  station_id uuid not null,
  case_id uuid not null,
  other_case_id uuid not null,
  kind text not null check (kind in ('repeat', 'related')),
  linked_by uuid not null,
  linked_at timestamptz not null default now(),
  primary key (station_id, case_id, other_case_id),
  check (case_id <> other_case_id),
  foreign key (station_id, case_id) references cases,
  foreign key (station_id, other_case_id) references cases
);
call own_by_station('case_links');

create table case_merges (
  station_id uuid not null,
  id uuid not null,
  source_case_id uuid not null,
  target_case_id uuid not null,
  source_status text not null,
  merged_by uuid not null,
  merged_at timestamptz not null default now(),
  undone_by uuid,
  undone_at timestamptz,
  primary key (station_id, id),
  check (source_case_id <> target_case_id),
  foreign key (station_id, source_case_id) references cases,
  foreign key (station_id, target_case_id) references cases
);
create unique index case_merges_open on case_merges (station_id, source_case_id) where undone_at is null;
create index case_merges_target on case_merges (station_id, target_case_id);
call own_by_station('case_merges');
