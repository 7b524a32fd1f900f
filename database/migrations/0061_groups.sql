-- Village groups as WeCom has them. A group of WeCom gets its village by a person's confirmation.

alter table chat_groups alter column village_id drop not null;
alter table chat_groups
  add column chat_id text,
  add column owner_account text not null default '',
  add column member_version text not null default '',
  -- Up to which version callbacks have told us without a gap; ahead of the above while the server shows what was before.
  add column told_version text not null default '',
  -- As the server says it: 0 as it should be, 1 the owner left, 2 being handed over, 3 handed over.
  add column status smallint not null default 0,
  -- When the members last moved, and when we last looked.
  add column changed_at timestamptz,
  add column checked_at timestamptz,
  -- A change that a callback hinted at and the server does not show yet: when to look again, and how often we did.
  add column wanted_at timestamptz,
  add column wanted_tries smallint not null default 0,
  add column dismissed_at timestamptz,
  add column placed_by uuid,
  add column placed_at timestamptz,
  add foreign key (station_id, placed_by) references officers;
create unique index chat_groups_chat on chat_groups (station_id, chat_id);
create index chat_groups_wanted on chat_groups (station_id, wanted_at) where wanted_at is not null;

-- Who is in a group: ids only. What strangers call themselves there is not kept.
create table chat_group_members (
  station_id uuid not null,
  group_id uuid not null,
  member_id text not null,
  is_staff boolean not null,
  joined_at timestamptz not null,
  join_scene smallint,
  seen_at timestamptz not null default clock_timestamp(),
  primary key (station_id, group_id, member_id),
  foreign key (station_id, group_id) references chat_groups
);
create index chat_group_members_member on chat_group_members (station_id, member_id);
call own_by_station('chat_group_members');

-- What moved in a group, and how we came to know: told by a callback, or found by comparing.
create table chat_group_changes (
  station_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  kind text not null check (kind in ('appeared', 'joined', 'left', 'renamed', 'owner', 'dismissed', 'gap')),
  joined integer not null default 0,
  gone integer not null default 0,
  -- Work accounts among those who moved.
  staff text[] not null default '{}',
  found_by text not null check (found_by in ('callback', 'comparison')),
  at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  foreign key (station_id, group_id) references chat_groups
);
create index chat_group_changes_group on chat_group_changes (station_id, group_id, at desc);
call own_by_station('chat_group_changes', 'select, insert');

-- A code by which residents join: up to five groups, the next when one is full.
create table chat_group_doors (
  station_id uuid not null,
  id uuid not null,
  village_id uuid,
  label text not null,
  group_ids uuid[] not null,
  config_id text not null,
  qr_url text not null,
  made_by uuid,
  made_at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  foreign key (station_id, village_id) references villages,
  foreign key (station_id, made_by) references officers
);
call own_by_station('chat_group_doors');
