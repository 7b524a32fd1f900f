-- Who talks to a resident in WeChat: the workbench, or a colleague in the WeCom client.

-- A chat that was ended takes no answers until the resident writes again; since when, by the platform's clock.
alter table reply_lines drop constraint reply_lines_stopped_check;
alter table reply_lines add constraint reply_lines_stopped_check check (stopped in ('with_servicer', 'session_over'));
alter table reply_lines add column stopped_at timestamptz;

-- Every change of that, by whom and when: an officer at the workbench, or told by the channel of what was done in its client.
create table hand_overs (
  station_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('handed_over', 'taken_back', 'taken_in_client', 'passed_on', 'ended_in_client', 'reopened_in_client')),
  officer_id uuid,
  from_member text not null default '',
  to_member text not null default '',
  -- The channel's own key of what it told: told twice is one.
  told_key text,
  at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  unique (station_id, told_key),
  foreign key (station_id, conversation_id) references conversations,
  foreign key (station_id, officer_id) references officers,
  check (kind not in ('handed_over', 'taken_back') or officer_id is not null)
);
create index hand_overs_conversation on hand_overs (station_id, conversation_id, at);
call own_by_station('hand_overs', 'select, insert');

-- The work account over which a message came or went, by its channel's key, and what the accounts are called.
create table message_accounts (
  station_id uuid not null,
  message_id uuid not null,
  account text not null check (length(account) <= 100),
  primary key (station_id, message_id)
);
call own_by_station('message_accounts', 'select, insert');
create table account_names (
  station_id uuid not null,
  account text not null,
  name text not null,
  primary key (station_id, account)
);
call own_by_station('account_names', 'select, insert, update');

-- The doors of an account: one a village, and one for the whole station. Who comes in by one is known to be of that village.
create table kf_doors (
  station_id uuid not null,
  id uuid not null,
  open_kfid text not null,
  village_id uuid,
  url text not null,
  made_at timestamptz not null default clock_timestamp(),
  made_by uuid,
  primary key (station_id, id),
  unique nulls not distinct (station_id, open_kfid, village_id),
  foreign key (station_id, open_kfid) references kf_accounts,
  foreign key (station_id, village_id) references villages,
  foreign key (station_id, made_by) references officers
);
call own_by_station('kf_doors');
