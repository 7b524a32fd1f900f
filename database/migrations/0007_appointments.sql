-- The counter: opening hours, the calendar of working days, booked slots.

create table opening_hours (
  station_id uuid not null references stations,
  id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null check (closes > opens),
  primary key (station_id, id)
);
call own_by_station('opening_hours');

-- Days that differ from the weekly rule: public holidays, make-up workdays, the station's own closures.
create table calendar_days (
  station_id uuid not null references stations,
  day date not null,
  kind text not null check (kind in ('off', 'workday', 'closed')),
  name text not null,
  official boolean not null default true,
  primary key (station_id, day)
);
call own_by_station('calendar_days');

create table counters (
  station_id uuid not null references stations,
  id uuid not null,
  name text not null,
  position smallint not null,
  closed_at timestamptz,
  primary key (station_id, id)
);
call own_by_station('counters');

create table appointments (
  station_id uuid not null references stations,
  id uuid not null,
  number text not null,
  counter_id uuid not null,
  guide_id uuid not null,
  contact_id uuid,
  conversation_id uuid,
  case_id uuid,
  person_name text not null,
  phone text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  status text not null default 'booked' check (status in ('booked', 'arrived', 'served', 'no_show', 'cancelled')),
  walk_in boolean not null default false,
  booked_by_officer uuid,
  booked_at timestamptz not null default now(),
  moved_from timestamptz,
  reminded_at timestamptz,
  client_key text,
  primary key (station_id, id),
  unique (station_id, number),
  foreign key (station_id, counter_id) references counters,
  foreign key (station_id, guide_id) references guides,
  foreign key (station_id, contact_id) references contacts,
  foreign key (station_id, case_id) references cases,
  foreign key (station_id, conversation_id) references conversations
);
create extension if not exists btree_gist;
-- No counter can hold two people at once: the database refuses, whatever runs beside.
alter table appointments add constraint appointments_no_overlap exclude using gist
  (station_id with =, counter_id with =, tstzrange(starts_at, ends_at) with &&)
  where (status in ('booked', 'arrived', 'served') and not walk_in);
create unique index appointments_once on appointments (station_id, coalesce(contact_id, booked_by_officer), client_key)
  where client_key is not null;
create index appointments_day on appointments (station_id, starts_at);
create index appointments_contact on appointments (station_id, contact_id) where contact_id is not null;
create index appointments_case on appointments (station_id, case_id) where case_id is not null;
call own_by_station('appointments');

create table appointment_changes (
  station_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  status text not null,
  starts_at timestamptz not null,
  officer_id uuid,
  by_resident boolean not null default false,
  note text not null default '',
  changed_at timestamptz not null default now(),
  primary key (station_id, id),
  foreign key (station_id, appointment_id) references appointments
);
create index appointment_changes_appointment on appointment_changes (station_id, appointment_id, changed_at);
call own_by_station('appointment_changes', 'select, insert');
