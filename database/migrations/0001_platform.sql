-- The platform: tenancy, the event log that is audit, queue and live feed at once, files, idempotency.

create extension if not exists pg_trgm;

-- The server runs as this role. It owns nothing, so every policy below binds it.
do $$ begin
  if not exists (select from pg_roles where rolname = 'lianxinqiao_serving') then
    create role lianxinqiao_serving nologin nosuperuser nobypassrls;
  end if;
end $$;
grant usage on schema public to lianxinqiao_serving;

-- The station of the running transaction; null outside one, and then no policy lets a row through.
create function current_station() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.station_id', true), '')::uuid $$;

-- Turns a table into a station-owned one: forced row-level security with a check on what is written.
create procedure own_by_station(table_name regclass, rights text default 'select, insert, update, delete')
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format('create policy of_station on %s using (station_id = (select current_station())) '
    'with check (station_id = (select current_station()))', table_name);
  execute format('grant %s on %s to lianxinqiao_serving', rights, table_name);
end $$;

-- Stations are the tenants; everybody may see that they exist (the resident's page needs name and phone).
create table stations (
  id uuid primary key,
  code text not null unique check (code ~ '^[0-9]{6,12}$'),
  name text not null check (length(name) between 2 and 60),
  phone text not null default '',
  address text not null default '',
  latitude double precision,
  longitude double precision,
  settings jsonb not null default '{}',
  demo boolean not null default false,
  created_at timestamptz not null default now()
);
grant select, insert, update on stations to lianxinqiao_serving;

-- Every change of state writes one row here, in its own transaction. Append only: no update, no delete is granted.
create table events (
  -- No reference to stations: the policy already admits only the station of the transaction, and this is the hottest table.
  station_id uuid not null,
  id uuid not null,
  xact xid8 not null default pg_current_xact_id(),
  name text not null,
  actor_kind text not null check (actor_kind in ('officer', 'resident', 'system')),
  actor_id uuid,
  subject_kind text not null,
  subject_id uuid not null,
  conversation_id uuid,
  contact_id uuid,
  village_id uuid,
  data jsonb not null default '{}',
  request_id text,
  at timestamptz not null default clock_timestamp(),
  primary key (station_id, id)
);
-- The feed reads in commit-safe order: only transactions below the oldest running one (see server/platform/events).
create index events_feed on events (station_id, xact, id);
create index events_subject on events (station_id, subject_id, id);
call own_by_station('events', 'select, insert');

-- The chain over the events: one seal an event, in feed order.
create table audit_seals (
  station_id uuid not null references stations,
  position bigint not null,
  event_id uuid not null,
  hash bytea not null,
  primary key (station_id, position),
  unique (station_id, event_id)
);
call own_by_station('audit_seals', 'select, insert');

create table audit_checkpoints (
  station_id uuid not null references stations,
  position bigint not null,
  head_hash bytea not null,
  feed_cursor text not null,
  signature bytea not null,
  public_key bytea not null,
  signed_at timestamptz not null default clock_timestamp(),
  primary key (station_id, position)
);
call own_by_station('audit_checkpoints', 'select, insert');

-- How far each consumer of the feed has come ('reactions', 'audit', 'search').
create table feed_cursors (
  station_id uuid not null references stations,
  consumer text not null,
  feed_cursor text not null,
  moved_at timestamptz not null default clock_timestamp(),
  primary key (station_id, consumer)
);
call own_by_station('feed_cursors');

-- A write that carries a key happens once; the second try gets the first answer.
create table idempotency_keys (
  station_id uuid not null references stations,
  actor_id uuid not null,
  key text not null check (length(key) between 8 and 80),
  route text not null,
  request_hash bytea not null,
  status smallint,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (station_id, actor_id, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);
call own_by_station('idempotency_keys');

-- Bytes live in the file store under their SHA-256; a row says whose they are and what they were found to be.
create table files (
  station_id uuid not null references stations,
  id uuid not null,
  kind text not null check (kind in ('photo', 'voice', 'document')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  shown_sha256 text check (shown_sha256 ~ '^[0-9a-f]{64}$'),
  thumb_sha256 text check (thumb_sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  size bigint not null check (size > 0),
  width integer,
  height integer,
  seconds real,
  owner_kind text not null check (owner_kind in ('officer', 'resident')),
  owner_id uuid not null,
  stored_at timestamptz not null default now(),
  primary key (station_id, id)
);
create index files_hash on files (station_id, sha256);
call own_by_station('files');

-- Display numbers such as 261123-0042 are handed out in blocks; a gap means an unused block, never a lost matter.
create table number_blocks (
  station_id uuid not null references stations,
  series text not null,
  day date not null,
  taken integer not null,
  primary key (station_id, series, day)
);
call own_by_station('number_blocks');
