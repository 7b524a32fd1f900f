-- What the station says: scripts in versions, and service guides with their materials.

create table scripts (
  station_id uuid not null references stations,
  id uuid not null,
  code text not null,
  scenario text not null check (scenario in ('anti_fraud', 'mediation', 'business', 'safety', 'public_information')),
  village_ids uuid[],
  auxiliary_may boolean not null default true,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  retired_by uuid,
  primary key (station_id, id),
  unique (station_id, code)
);
call own_by_station('scripts');

create table script_versions (
  station_id uuid not null,
  script_id uuid not null,
  version integer not null,
  title text not null,
  body text not null check (length(body) between 1 and 1000),
  keywords text[] not null default '{}',
  basis text not null default '',
  expires_on date not null,
  drafted_by uuid,
  drafted_at timestamptz not null default now(),
  primary key (station_id, script_id, version),
  foreign key (station_id, script_id) references scripts
);
call own_by_station('script_versions');

-- A version may be sent once a second person has approved it.
create table script_approvals (
  station_id uuid not null,
  script_id uuid not null,
  version integer not null,
  approved_by uuid,
  approved_at timestamptz not null default now(),
  primary key (station_id, script_id, version),
  foreign key (station_id, script_id, version) references script_versions
);
call own_by_station('script_approvals');

create table guides (
  station_id uuid not null references stations,
  id uuid not null,
  code text not null,
  slug text not null,
  category text not null,
  name text not null,
  summary text not null,
  content jsonb not null,
  bookable boolean not null default true,
  minutes smallint not null default 15 check (minutes between 5 and 120),
  working_days smallint,
  expires_on date not null,
  version integer not null default 1,
  position smallint not null default 0,
  hidden_at timestamptz,
  primary key (station_id, id),
  unique (station_id, code),
  unique (station_id, slug)
);
call own_by_station('guides');

create table guide_materials (
  station_id uuid not null,
  guide_id uuid not null,
  key text not null,
  position smallint not null,
  name text not null,
  form text not null check (form in ('original', 'copy', 'form')),
  copies smallint not null default 1,
  electronic boolean not null default false,
  shared boolean not null default false,
  needed_when text,
  note text,
  primary key (station_id, guide_id, key),
  foreign key (station_id, guide_id) references guides
);
call own_by_station('guide_materials');
