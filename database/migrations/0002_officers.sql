-- Who works at the station: members, the villages given to them, the duty roster.

create table villages (
  station_id uuid not null references stations,
  id uuid not null,
  code text not null,
  name text not null,
  aliases text[] not null default '{}',
  latitude double precision not null,
  longitude double precision not null,
  boundary jsonb,
  position smallint not null default 0,
  primary key (station_id, id),
  unique (station_id, code)
);
call own_by_station('villages');

create table officers (
  station_id uuid not null references stations,
  id uuid not null,
  user_id text not null unique,
  username text not null,
  name text not null,
  role text not null check (role in ('chief', 'officer', 'auxiliary', 'administrator', 'auditor')),
  phone text not null default '',
  calendar_secret text,
  created_at timestamptz not null default now(),
  primary key (station_id, id),
  unique (station_id, username)
);
call own_by_station('officers');

-- A disabled officer has an open row here; ending the row enables her again.
create table officer_suspensions (
  station_id uuid not null,
  id uuid not null,
  officer_id uuid not null,
  by_officer_id uuid,
  reason text not null,
  from_at timestamptz not null default now(),
  until_at timestamptz,
  primary key (station_id, id),
  foreign key (station_id, officer_id) references officers
);
create unique index officer_suspensions_open on officer_suspensions (station_id, officer_id) where until_at is null;
call own_by_station('officer_suspensions');

create table officer_villages (
  station_id uuid not null,
  officer_id uuid not null,
  village_id uuid not null,
  primary key (station_id, officer_id, village_id),
  foreign key (station_id, officer_id) references officers,
  foreign key (station_id, village_id) references villages
);
call own_by_station('officer_villages');

-- Who is on duty when: 'desk' answers messages, 'window' sits at the counter, 'patrol' is out.
create table duty_shifts (
  station_id uuid not null,
  id uuid not null,
  officer_id uuid not null,
  kind text not null check (kind in ('desk', 'window', 'patrol')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  planned_by uuid,
  primary key (station_id, id),
  foreign key (station_id, officer_id) references officers
);
create index duty_shifts_time on duty_shifts (station_id, starts_at, ends_at);
call own_by_station('duty_shifts');
