-- Sign-in. The tables of better-auth (columns in snake case) with a few of ours. They are not station-owned: whoever
-- signs in has no station yet. Only the sign-in code reads them, and the user's row says whose officer it is.

create schema auth;
grant usage on schema auth to lianxinqiao_serving;

create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  username text not null unique,
  two_factor_enabled boolean not null default false,
  station_id uuid not null,
  officer_id uuid not null,
  -- Set while the password is one that somebody else has seen; after this moment it opens nothing.
  initial_password_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (station_id, officer_id),
  foreign key (station_id, officer_id) references officers
);

create table auth.account (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth."user" on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index account_of_user on auth.account (user_id);

-- A session opens nothing before it is admitted: that happens in the transaction which writes the event, after the
-- second factor. What the library makes on the way there is therefore worthless to a thief.
create table auth.session (
  id text primary key,
  token text not null unique,
  user_id text not null references auth."user" on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  admitted_at timestamptz,
  signed_in_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  stepped_up_at timestamptz
);
create index session_of_user on auth.session (user_id);
create index session_end on auth.session (expires_at);

create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);

create table auth.two_factor (
  id text primary key,
  secret text not null,
  backup_codes text not null,
  user_id text not null unique references auth."user" on delete cascade,
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

-- A code opens one door once: seen over a shoulder, it is of no use (RFC 6238 §5.2).
create table auth.used_code (
  user_id text not null references auth."user" on delete cascade,
  code_hash bytea not null,
  used_at timestamptz not null default now(),
  primary key (user_id, code_hash)
);

-- Failed tries by name, by address and by both, as keyed hashes: people type passwords into the name field.
create table auth.attempt (
  key bytea primary key,
  failures integer not null,
  last_at timestamptz not null default now(),
  blocked_until timestamptz
);

grant select, insert, update, delete on all tables in schema auth to lianxinqiao_serving;

-- Officers who may work: no suspension is open. Policies of the reader apply.
create view active_officers with (security_invoker = true) as
  select o.station_id, o.id, o.name, o.role,
    array(select v.village_id from officer_villages v
      where v.station_id = o.station_id and v.officer_id = o.id)::text[] as village_ids
  from officers o
  where not exists (select from officer_suspensions s
    where s.station_id = o.station_id and s.officer_id = o.id and s.until_at is null);
grant select on active_officers to lianxinqiao_serving;

-- One round trip for each request of an officer: from the token to what she may do, or no row. Also enters her
-- station, as the policies demand, and notes that she was here (at most once a `touch_after`; never when null).
create function auth.open_session(given text, idle interval, absolute interval, touch_after interval)
returns table (
  session_id text, station_id uuid, officer_id uuid, stepped_up_at timestamptz, password_due boolean,
  name text, role text, village_ids text[])
language plpgsql as $$
declare entry record;
begin
  select s.id, s.last_seen_at, s.stepped_up_at, u.station_id, u.officer_id,
    u.initial_password_until is not null as password_due into entry
  from auth.session s join auth."user" u on u.id = s.user_id
  where s.token = given and s.admitted_at is not null and s.expires_at > now()
    and s.signed_in_at > now() - absolute and s.last_seen_at > now() - idle;
  if not found then return; end if;
  if entry.last_seen_at < now() - touch_after then
    update auth.session s set last_seen_at = now() where s.id = entry.id;
  end if;
  perform set_config('app.station_id', entry.station_id::text, true);
  return query select entry.id, entry.station_id, entry.officer_id, entry.stepped_up_at, entry.password_due,
      o.name, o.role, o.village_ids
    from active_officers o where o.station_id = entry.station_id and o.id = entry.officer_id;
end $$;

-- Who looked at a person's data (promise 6) is asked by contact; the names end in '.read'.
create index events_reads on events (station_id, contact_id, id) where contact_id is not null and name like '%.read';
create index events_actor on events (station_id, actor_id, id) where actor_kind = 'officer';

-- A village is known before it is measured.
alter table villages alter column latitude drop not null, alter column longitude drop not null;

-- The auditor asks by day; rows lie in the order of time, so that a block's range is enough and costs no insert.
create index events_at on events using brin (at) with (pages_per_range = 32);
