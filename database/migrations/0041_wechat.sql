-- WeChat customer service through WeCom: the channel's own state. What its messages mean is the inbox's.

create table wechat_channels (
  station_id uuid not null references stations,
  corp_id text not null,
  -- The government edition stands elsewhere, maybe under a path.
  base_url text not null,
  configured_at timestamptz not null default clock_timestamp(),
  configured_by uuid,
  -- The last callback that was signed by us, and what the server last said to a call.
  verified_at timestamptz,
  called_at timestamptz,
  call_error text,
  canary_at timestamptz,
  primary key (station_id),
  foreign key (station_id, configured_by) references officers
);
call own_by_station('wechat_channels');

-- Sealed by the installation's key. During a rotation the old one stands beside the new one until it retires.
create table wechat_secrets (
  station_id uuid not null references stations,
  id uuid not null,
  kind text not null check (kind in ('app_secret', 'callback')),
  sealed bytea not null,
  set_at timestamptz not null default clock_timestamp(),
  set_by uuid,
  retires_at timestamptz,
  primary key (station_id, id)
);
create index wechat_secrets_kind on wechat_secrets (station_id, kind, set_at desc);
call own_by_station('wechat_secrets');

-- Every callback as it came, before anything is made of it; a repeat is known by the digest of what was inside.
create table wechat_envelopes (
  station_id uuid not null,
  digest text not null,
  query text not null,
  body bytea not null,
  event text not null default '',
  received_at timestamptz not null default clock_timestamp(),
  repeats integer not null default 0,
  handled_at timestamptz,
  fail_code text,
  primary key (station_id, digest)
);
create index wechat_envelopes_time on wechat_envelopes (station_id, received_at);
call own_by_station('wechat_envelopes');

create table kf_accounts (
  station_id uuid not null references stations,
  open_kfid text not null,
  name text not null default '',
  village_id uuid,
  door_url text,
  granted boolean not null default true,
  -- Moved in the transaction that stores what it covers.
  cursor text not null default '',
  -- Set by a callback, with its token; asked for again until a pull has come to the end.
  wanted_at timestamptz,
  wanted_token text,
  pulled_at timestamptz,
  last_message_at timestamptz,
  failing_since timestamptz,
  fail_code text,
  not_before timestamptz,
  leased_until timestamptz,
  lease_id uuid,
  primary key (station_id, open_kfid),
  foreign key (station_id, village_id) references villages
);
call own_by_station('kf_accounts');

create table kf_people (
  station_id uuid not null,
  external_userid text not null,
  contact_id uuid not null,
  open_kfid text not null,
  nickname text,
  village_id uuid,
  conversation_id uuid,
  first_seen_at timestamptz not null default clock_timestamp(),
  primary key (station_id, external_userid),
  unique (station_id, contact_id)
);
call own_by_station('kf_people');

-- Every item of every page, raw, in the order in which it came.
create table kf_messages (
  station_id uuid not null,
  open_kfid text not null,
  msgid text not null,
  place bigint generated always as identity,
  external_userid text not null,
  raw json not null,
  sent_at timestamptz not null,
  pulled_at timestamptz not null default clock_timestamp(),
  handled_at timestamptz,
  -- Given to a job, which shows among the dead letters when it gives up.
  troubled_at timestamptz,
  fail_code text,
  message_id uuid,
  conversation_id uuid,
  primary key (station_id, open_kfid, msgid)
);
create index kf_messages_waiting on kf_messages (station_id, open_kfid, place) where handled_at is null and troubled_at is null;
create index kf_messages_message on kf_messages (station_id, message_id);
call own_by_station('kf_messages');

-- A time of which messages may be gone for good: the server keeps three days.
create table kf_gaps (
  station_id uuid not null,
  id uuid not null,
  open_kfid text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  found_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz,
  seen_by uuid,
  primary key (station_id, id),
  unique (station_id, open_kfid, from_at)
);
call own_by_station('kf_gaps');
