-- Carrying broadcasts to WeCom: what is needed so that a call is never made twice and every receipt says what it is.
alter table broadcast_tasks
  -- When the call last went out whose outcome may be unknown.
  add column called_at timestamptz,
  -- How often WeCom was asked what became of it: a jump of the clock alone ends nothing.
  add column polls integer not null default 0,
  add column cancel_wanted_at timestamptz,
  add column cancel_wanted_by uuid;

alter table broadcast_confirmations
  -- Why this officer could not be asked.
  add column fail_code text;

-- A reminder is put down before WeCom is asked, so that a second press or a lost answer rings nobody twice.
alter table broadcast_reminders
  add column state text not null default 'asking' check (state in ('asking', 'sent', 'refused')),
  add column fail_code text;
grant update on broadcast_reminders to lianxinqiao_serving;
create index broadcast_reminders_task on broadcast_reminders (station_id, task_id, at desc);

-- A picture as WeCom has it: for three days, and apart for messages and for Moments.
create table broadcast_media (
  station_id uuid not null,
  broadcast_id uuid not null,
  file_id uuid not null,
  use text not null check (use in ('message', 'moment')),
  media_id text,
  uploaded_at timestamptz not null default clock_timestamp(),
  -- Why WeCom does not take it.
  fail_code text,
  primary key (station_id, broadcast_id, file_id, use),
  foreign key (station_id, broadcast_id) references broadcasts
);
call own_by_station('broadcast_media');

-- What came of a moment that an officer published: numbers, nobody's name.
create table broadcast_moment_counts (
  station_id uuid not null,
  task_id uuid not null,
  account text not null,
  -- How many of her contacts can see it. Whether they did, nobody tells.
  seers integer not null default 0,
  likes integer not null default 0,
  comments integer not null default 0,
  counted_at timestamptz not null default clock_timestamp(),
  primary key (station_id, task_id, account),
  foreign key (station_id, task_id) references broadcast_tasks
);
call own_by_station('broadcast_moment_counts');

-- It ends once, whichever of its tasks is the last.
create unique index broadcast_steps_finish on broadcast_steps (station_id, broadcast_id) where step = 'finished';
create index broadcast_targets_group_settled on broadcast_targets (station_id, group_id, settled_at desc) where group_id is not null;
-- Who was reached lately: a message of theirs may be an answer.
create index broadcast_targets_reached on broadcast_targets (station_id, settled_at) where state = 'reached';
