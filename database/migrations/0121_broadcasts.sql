-- 预警发布: one text for many people, what was asked of whom, what an officer confirmed and whom it reached.
-- WeCom sends nothing by itself, so the three are never mixed.

create table broadcasts (
  station_id uuid not null,
  id uuid not null,
  -- The number that stands at the foot of every sent text; by it a call whose answer was lost is found again.
  number text not null,
  kind text not null check (kind in ('warning', 'notice')),
  urgency text not null check (urgency in ('emergency', 'important', 'ordinary')),
  -- Corrects or withdraws an earlier one.
  about_id uuid,
  about_how text check (about_how in ('correction', 'withdrawal')),
  made_by uuid not null,
  made_at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  unique (station_id, number),
  foreign key (station_id, made_by) references officers,
  check ((about_id is null) = (about_how is null))
);
create index broadcasts_time on broadcasts (station_id, made_at desc);
call own_by_station('broadcasts', 'select, insert');

-- What it says, to whom and when. A change is a new version; the approved one is the one that goes out.
create table broadcast_versions (
  station_id uuid not null,
  broadcast_id uuid not null,
  version integer not null,
  title text not null,
  body text not null,
  -- For the loudspeaker of the village: short, spoken, without signs. Empty: none.
  spoken text not null default '',
  file_ids uuid[] not null default '{}',
  -- Any of groups, contacts, moments, page, loudspeaker.
  channels text[] not null,
  -- {villageIds, groupIds, tagIds, needs, villageGroups …}, as contract/broadcasts.ts says.
  audience jsonb not null,
  -- Null: as soon as it is approved.
  send_at timestamptz,
  -- Until when the resident's page shows it.
  shown_until timestamptz,
  template_key text,
  written_by uuid not null,
  written_at timestamptz not null default clock_timestamp(),
  primary key (station_id, broadcast_id, version),
  foreign key (station_id, broadcast_id) references broadcasts,
  foreign key (station_id, written_by) references officers
);
call own_by_station('broadcast_versions', 'select, insert');

-- What became of it; the newest row counts.
create table broadcast_steps (
  station_id uuid not null,
  id uuid not null,
  broadcast_id uuid not null,
  version integer not null,
  step text not null check (step in
    ('drafted', 'submitted', 'refused', 'approved', 'started', 'finished', 'cancelled', 'corrected', 'withdrawn')),
  note text not null default '',
  -- Null: the system, at the time planned.
  by_id uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  foreign key (station_id, broadcast_id, version) references broadcast_versions,
  foreign key (station_id, by_id) references officers
);
create index broadcast_steps_newest on broadcast_steps (station_id, broadcast_id, at desc, id desc);
-- It starts once, whoever asks and however often.
create unique index broadcast_steps_start on broadcast_steps (station_id, broadcast_id) where step = 'started';
call own_by_station('broadcast_steps', 'select, insert');

-- One call to WeCom: up to 10,000 contacts or 2,000 groups of one work account, or one Moments task.
create table broadcast_tasks (
  station_id uuid not null,
  id uuid not null,
  broadcast_id uuid not null,
  channel text not null check (channel in ('groups', 'contacts', 'moments')),
  -- The work account that is asked; empty for Moments, which asks several.
  account text not null default '',
  targets integer not null,
  -- asking: the call is out; found so again, its outcome is unknown and is looked up before anything is repeated.
  state text not null default 'waiting' check (state in ('waiting', 'asking', 'asked', 'refused', 'cancelled', 'ended')),
  -- msgid of a mass message, jobid of Moments.
  wecom_id text,
  moment_id text,
  asked_at timestamptz,
  fail_code text,
  tries smallint not null default 0,
  -- When WeCom is asked next what became of it.
  poll_at timestamptz not null default clock_timestamp(),
  leased_until timestamptz,
  ended_at timestamptz,
  primary key (station_id, id),
  foreign key (station_id, broadcast_id) references broadcasts
);
create index broadcast_tasks_broadcast on broadcast_tasks (station_id, broadcast_id);
create index broadcast_tasks_due on broadcast_tasks (station_id, poll_at) where state in ('waiting', 'asking', 'asked');
call own_by_station('broadcast_tasks');

-- The officers whom a task asks, and whether each has confirmed on the phone.
create table broadcast_confirmations (
  station_id uuid not null,
  task_id uuid not null,
  account text not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (station_id, task_id, account),
  foreign key (station_id, task_id) references broadcast_tasks
);
call own_by_station('broadcast_confirmations');

create table broadcast_reminders (
  station_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  by_id uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  foreign key (station_id, task_id) references broadcast_tasks
);
call own_by_station('broadcast_reminders', 'select, insert');

-- Whom it was meant for: drawn once, when it starts. One row a contact, a group or a village's loudspeaker.
create table broadcast_targets (
  station_id uuid not null,
  broadcast_id uuid not null,
  channel text not null check (channel in ('groups', 'contacts', 'moments', 'page', 'loudspeaker')),
  -- external_userid, chat_id, or our own id of the village.
  target text not null,
  task_id uuid,
  contact_id uuid,
  group_id uuid,
  village_id uuid,
  state text not null default 'waiting' check (state in ('left_out', 'waiting', 'asked', 'reached', 'failed')),
  -- Why left out or failed: opted_out, removed, no_account, left, quota, not_contact, capped, refused, never_confirmed, cancelled.
  reason text,
  settled_at timestamptz,
  primary key (station_id, broadcast_id, channel, target),
  foreign key (station_id, broadcast_id) references broadcasts
);
create index broadcast_targets_task on broadcast_targets (station_id, task_id) where task_id is not null;
create index broadcast_targets_contact on broadcast_targets (station_id, contact_id, settled_at desc) where contact_id is not null;
call own_by_station('broadcast_targets');

-- A message that came back to a broadcast.
create table broadcast_replies (
  station_id uuid not null,
  broadcast_id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (station_id, broadcast_id, message_id),
  foreign key (station_id, broadcast_id) references broadcasts
);
create index broadcast_replies_conversation on broadcast_replies (station_id, conversation_id);
call own_by_station('broadcast_replies', 'select, insert');
