-- Answers that travel over a channel of others: the domain of the channel tells the inbox, in rows, what became of them.

-- By which line a contact is answered. Without a row an answer is simply there to be read (the phone page).
create table reply_lines (
  station_id uuid not null,
  contact_id uuid not null,
  -- The contact's last words, by the platform's clock; after the window nothing is taken any more.
  heard_at timestamptz not null,
  -- When we came to know of them, by our clock: theirs may be ahead of it.
  heard_here_at timestamptz not null default clock_timestamp(),
  window_seconds integer not null,
  most_replies smallint not null,
  -- Why nothing can be sent although there is time: a colleague answers in the client.
  stopped text check (stopped in ('with_servicer')),
  told_at timestamptz not null default clock_timestamp(),
  primary key (station_id, contact_id)
);
call own_by_station('reply_lines');

-- One row an answer that has to be carried; written in the transaction in which the officer answered.
create table message_deliveries (
  station_id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  contact_id uuid not null,
  state text not null default 'queued' check (state in ('queued', 'sending', 'accepted', 'failed')),
  -- A long text and each file travel as messages of their own: how many, and how many have been accepted.
  parts smallint not null check (parts > 0),
  parts_accepted smallint not null default 0,
  -- The part that was last tried: found here by the next try, its outcome is unknown.
  part_tried smallint,
  attempts integer not null default 0,
  fail_code text,
  queued_at timestamptz not null default clock_timestamp(),
  next_try_at timestamptz not null default clock_timestamp(),
  leased_until timestamptz,
  accepted_at timestamptz,
  failed_at timestamptz,
  primary key (station_id, message_id),
  foreign key (station_id, message_id) references messages
);
create index message_deliveries_waiting on message_deliveries (station_id, contact_id, message_id)
  where state in ('queued', 'sending');
create index message_deliveries_contact on message_deliveries (station_id, contact_id, queued_at);
create index message_deliveries_conversation on message_deliveries (station_id, conversation_id);
call own_by_station('message_deliveries');

-- What became known of a message afterwards: a new fact beside it, the message stays as it came.
create table message_marks (
  station_id uuid not null,
  message_id uuid not null,
  kind text not null check (kind in ('recalled', 'file_missing', 'late', 'by_servicer')),
  detail text not null default '' check (length(detail) <= 200),
  marked_at timestamptz not null default clock_timestamp(),
  primary key (station_id, message_id, kind),
  foreign key (station_id, message_id) references messages
);
call own_by_station('message_marks', 'select, insert');

-- An answer did not arrive: somebody has to phone. Done by whom and when.
create table phone_tasks (
  station_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  message_id uuid not null,
  reason text not null,
  asked_at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  done_by uuid,
  primary key (station_id, id),
  -- Once a message, however often its failure is told.
  unique (station_id, message_id),
  foreign key (station_id, conversation_id) references conversations,
  foreign key (station_id, done_by) references officers
);
create index phone_tasks_open on phone_tasks (station_id, asked_at) where done_at is null;
create index phone_tasks_conversation on phone_tasks (station_id, conversation_id);
call own_by_station('phone_tasks');
