-- Conversations and messages over every channel.

create table conversations (
  station_id uuid not null references stations,
  id uuid not null,
  number text not null,
  contact_id uuid not null,
  channel text not null check (channel in ('web', 'wechat', 'walk_in', 'phone', 'seen_elsewhere')),
  work_account text,
  village_id uuid,
  scenario text not null check (scenario in
    ('anti_fraud', 'mediation', 'business', 'safety', 'public_information', 'other_office')),
  office text,
  emergency boolean not null default false,
  assignee_id uuid,
  opened_at timestamptz not null,
  last_message_at timestamptz not null,
  last_preview text not null default '',
  waiting_since timestamptz,
  first_answer_at timestamptz,
  closed_at timestamptz,
  merged_into uuid,
  primary key (station_id, id),
  unique (station_id, number),
  foreign key (station_id, contact_id) references contacts,
  foreign key (station_id, village_id) references villages,
  foreign key (station_id, assignee_id) references officers
);
create index conversations_waiting on conversations (station_id, waiting_since) where waiting_since is not null and closed_at is null;
create index conversations_recent on conversations (station_id, last_message_at desc, id desc);
create index conversations_contact on conversations (station_id, contact_id, last_message_at desc);
create index conversations_closed on conversations (station_id, closed_at) where closed_at is not null;
create index conversations_opened on conversations (station_id, opened_at);
call own_by_station('conversations');

create table messages (
  station_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  contact_id uuid not null,
  direction text not null check (direction in ('inbound', 'outbound', 'note')),
  author_officer_id uuid,
  body text not null default '' check (length(body) <= 4000),
  client_key text,
  script_id uuid,
  script_version integer,
  told_by text,
  sent_at timestamptz not null,
  received_at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  foreign key (station_id, conversation_id) references conversations
);
create index messages_conversation on messages (station_id, conversation_id, sent_at, id);
create index messages_time on messages (station_id, received_at desc);
-- Once per sender and key, however often a phone repeats itself.
create unique index messages_once on messages (station_id, contact_id, client_key) where client_key is not null;
call own_by_station('messages', 'select, insert, update');

create table message_files (
  station_id uuid not null,
  message_id uuid not null,
  position smallint not null,
  file_id uuid not null,
  primary key (station_id, message_id, position),
  foreign key (station_id, message_id) references messages,
  foreign key (station_id, file_id) references files
);
call own_by_station('message_files', 'select, insert');

-- What is searchable of a message: hashes of its one- and two-character grams (server/platform/search).
create table message_grams (
  station_id uuid not null,
  message_id uuid not null,
  received_at timestamptz not null,
  grams integer[] not null,
  primary key (station_id, message_id)
);
call own_by_station('message_grams', 'select, insert, delete');

-- The machine's reading of a message, with its reasons; a person's reading is a correction beside it.
create table triage_readings (
  station_id uuid not null,
  message_id uuid not null,
  emergency boolean not null,
  scenario text not null,
  office text,
  village_id uuid,
  confidence real not null,
  reasons jsonb not null,
  version text not null,
  primary key (station_id, message_id),
  foreign key (station_id, message_id) references messages
);
call own_by_station('triage_readings', 'select, insert');

create table triage_corrections (
  station_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  message_id uuid not null,
  field text not null check (field in ('emergency', 'scenario', 'village')),
  machine_value text not null,
  person_value text not null,
  officer_id uuid not null,
  corrected_at timestamptz not null default now(),
  primary key (station_id, id),
  foreign key (station_id, conversation_id) references conversations
);
create index triage_corrections_conversation on triage_corrections (station_id, conversation_id);
call own_by_station('triage_corrections', 'select, insert');

create table assignments (
  station_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  officer_id uuid,
  by_officer_id uuid,
  reason text not null default '',
  assigned_at timestamptz not null default now(),
  primary key (station_id, id),
  foreign key (station_id, conversation_id) references conversations
);
create index assignments_conversation on assignments (station_id, conversation_id, assigned_at);
call own_by_station('assignments', 'select, insert');

create table mentions (
  station_id uuid not null,
  message_id uuid not null,
  officer_id uuid not null,
  conversation_id uuid not null,
  seen_at timestamptz,
  primary key (station_id, message_id, officer_id),
  foreign key (station_id, message_id) references messages
);
create index mentions_officer on mentions (station_id, officer_id) where seen_at is null;
call own_by_station('mentions');

create table drafts (
  station_id uuid not null,
  conversation_id uuid not null,
  officer_id uuid not null,
  kind text not null check (kind in ('outbound', 'note')),
  body text not null check (length(body) <= 4000),
  script_id uuid,
  script_version integer,
  saved_at timestamptz not null default now(),
  primary key (station_id, conversation_id, officer_id, kind),
  foreign key (station_id, conversation_id) references conversations
);
call own_by_station('drafts');

-- While a hold is open the conversation may not close: an open case puts one here (news from above, kept as a row).
create table conversation_holds (
  station_id uuid not null,
  conversation_id uuid not null,
  holder_kind text not null check (holder_kind in ('case', 'appointment')),
  holder_id uuid not null,
  held_at timestamptz not null default now(),
  released_at timestamptz,
  primary key (station_id, conversation_id, holder_kind, holder_id),
  foreign key (station_id, conversation_id) references conversations
);
call own_by_station('conversation_holds');

create table closures (
  station_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  officer_id uuid not null,
  emergency boolean not null,
  settlement text not null check (settlement in ('online', 'counter', 'scene', 'other_office', 'withdrawn')),
  outcome text not null default '',
  outcome_told_at timestamptz,
  closed_at timestamptz not null default now(),
  reopened_at timestamptz,
  reopened_by text,
  primary key (station_id, id),
  foreign key (station_id, conversation_id) references conversations
);
create index closures_conversation on closures (station_id, conversation_id, closed_at desc);
create index closures_time on closures (station_id, closed_at);
call own_by_station('closures');

create table ratings (
  station_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  closure_id uuid not null,
  verdict text not null check (verdict in ('helped', 'not_helped', 'objection')),
  words text not null default '' check (length(words) <= 500),
  rated_at timestamptz not null default now(),
  primary key (station_id, id),
  unique (station_id, closure_id),
  foreign key (station_id, closure_id) references closures
);
call own_by_station('ratings');
