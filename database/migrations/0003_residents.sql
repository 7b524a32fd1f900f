-- People and households, and the contacts through which they reach the station.

create table households (
  station_id uuid not null references stations,
  id uuid not null,
  village_id uuid not null,
  address text not null,
  resident_since_on date not null,
  resident_until_on date,
  primary key (station_id, id),
  foreign key (station_id, village_id) references villages
);
create index households_village on households (station_id, village_id);
call own_by_station('households');

create table residents (
  station_id uuid not null references stations,
  id uuid not null,
  household_id uuid,
  name text not null,
  name_initials text not null default '',
  phone text not null default '',
  note text not null default '',
  created_at timestamptz not null default now(),
  primary key (station_id, id),
  foreign key (station_id, household_id) references households
);
create index residents_household on residents (station_id, household_id);
create index residents_phone on residents (station_id, phone) where phone <> '';
create index residents_name_trgm on residents using gin (name gin_trgm_ops);
call own_by_station('residents');

-- A contact is one door a person uses: a phone page, a WeChat account, the counter, a telephone number.
create table contacts (
  station_id uuid not null references stations,
  id uuid not null,
  channel text not null check (channel in ('web', 'wechat', 'walk_in', 'phone', 'seen_elsewhere')),
  external_id text,
  work_account text,
  resident_id uuid,
  village_id uuid,
  name text not null default '',
  phone text not null default '',
  access_version integer not null default 1,
  opted_out_at timestamptz,
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (station_id, id),
  foreign key (station_id, resident_id) references residents,
  foreign key (station_id, village_id) references villages
);
create unique index contacts_external on contacts (station_id, channel, external_id) where external_id is not null;
create index contacts_resident on contacts (station_id, resident_id) where resident_id is not null;
create index contacts_phone on contacts (station_id, phone) where phone <> '';
create index contacts_name_trgm on contacts using gin (name gin_trgm_ops);
call own_by_station('contacts');

create table chat_groups (
  station_id uuid not null references stations,
  id uuid not null,
  village_id uuid not null,
  name text not null,
  owner_officer_id uuid,
  member_count integer not null default 0,
  created_at timestamptz not null default now(),
  primary key (station_id, id),
  foreign key (station_id, village_id) references villages
);
call own_by_station('chat_groups');

-- One-time codes by which a resident finds her matters again on another phone. Only a hash is kept.
create table access_codes (
  station_id uuid not null references stations,
  id uuid not null,
  contact_id uuid not null,
  code_hash bytea not null,
  tries smallint not null default 0,
  issued_by uuid,
  issued_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (station_id, id),
  foreign key (station_id, contact_id) references contacts
);
create index access_codes_contact on access_codes (station_id, contact_id, issued_at desc);
call own_by_station('access_codes');
