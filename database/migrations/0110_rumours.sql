-- 辟谣台: what is told in the villages, what is known of it, what the station answers, and which groups still wait.
-- Who said it has no place here: no column of these tables names a resident, and no file hangs on them.

create table rumours (
  station_id uuid not null,
  id uuid not null,
  -- What is told, as a question without a person in it.
  words text not null,
  topic text not null check (topic in ('crime', 'fraud', 'disaster', 'health', 'school', 'traffic', 'services', 'other')),
  first_heard_at timestamptz not null,
  -- Null: in the whole town.
  village_ids uuid[],
  recorded_by uuid not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  foreign key (station_id, recorded_by) references officers
);
call own_by_station('rumours', 'select, insert, update');

-- How far it is: the newest row counts.
create table rumour_moves (
  station_id uuid not null,
  id uuid not null,
  rumour_id uuid not null,
  stage text not null check (stage in ('received', 'checking', 'notice', 'other_office', 'corrected', 'ended')),
  -- Whose matter it is when it is not the police's, and by which day that office answers.
  office text,
  answers_on date,
  note text not null default '',
  moved_by uuid not null,
  moved_at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  foreign key (station_id, rumour_id) references rumours,
  foreign key (station_id, moved_by) references officers,
  check ((stage = 'other_office') = (office is not null and answers_on is not null))
);
create index rumour_moves_rumour on rumour_moves (station_id, rumour_id, moved_at desc);
call own_by_station('rumour_moves', 'select, insert');

create table rumour_evidence (
  station_id uuid not null,
  id uuid not null,
  rumour_id uuid not null,
  kind text not null check (kind in ('official_notice', 'authority', 'on_site', 'document')),
  says text not null,
  source text not null,
  link text not null default '',
  document_number text not null default '',
  dated_on date not null,
  entered_by uuid not null,
  entered_at timestamptz not null default clock_timestamp(),
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (station_id, id),
  foreign key (station_id, rumour_id) references rumours,
  foreign key (station_id, entered_by) references officers,
  foreign key (station_id, withdrawn_by) references officers
);
create index rumour_evidence_rumour on rumour_evidence (station_id, rumour_id);
call own_by_station('rumour_evidence', 'select, insert, update');

-- What is answered. A version is never changed; only an approved one goes out.
create table rumour_replies (
  station_id uuid not null,
  rumour_id uuid not null,
  version integer not null,
  stage text not null check (stage in ('received', 'checking', 'notice', 'other_office', 'corrected')),
  -- The six elements: since when known, what was checked, by which source, what is not known, what to do, when more.
  known_at timestamptz not null,
  checked text not null,
  source text not null,
  unknown text not null,
  advice text not null,
  next_update_at timestamptz,
  -- A correction: which version was wrong, its words, the right ones and why.
  corrects_version integer,
  wrong_words text,
  right_words text,
  reason text,
  -- The whole text as it goes out.
  body text not null,
  drafted_by uuid not null,
  drafted_at timestamptz not null default clock_timestamp(),
  primary key (station_id, rumour_id, version),
  foreign key (station_id, rumour_id) references rumours,
  foreign key (station_id, rumour_id, corrects_version) references rumour_replies,
  foreign key (station_id, drafted_by) references officers,
  check ((stage = 'corrected') = (corrects_version is not null)),
  check ((stage = 'corrected') = (num_nulls(wrong_words, right_words, reason) = 0))
);
call own_by_station('rumour_replies', 'select, insert');

create table rumour_approvals (
  station_id uuid not null,
  rumour_id uuid not null,
  version integer not null,
  -- So many doubtful words the second person saw and let stand.
  warnings_seen integer not null default 0,
  approved_by uuid not null,
  approved_at timestamptz not null default clock_timestamp(),
  -- A correction stands on top of the public page for as long as the wrong answer stood.
  shown_until timestamptz,
  primary key (station_id, rumour_id, version),
  foreign key (station_id, rumour_id, version) references rumour_replies,
  foreign key (station_id, approved_by) references officers
);
call own_by_station('rumour_approvals', 'select, insert');

-- That the promised moment of the next update has passed was told, once a version.
create table rumour_reminders (
  station_id uuid not null,
  rumour_id uuid not null,
  version integer not null,
  reminded_at timestamptz not null default clock_timestamp(),
  primary key (station_id, rumour_id, version),
  foreign key (station_id, rumour_id, version) references rumour_approvals
);
call own_by_station('rumour_reminders', 'select, insert');

-- In which groups it is asked (asked_at null: answered there without a question).
create table rumour_groups (
  station_id uuid not null,
  rumour_id uuid not null,
  group_id uuid not null,
  asked_by uuid,
  asked_at timestamptz,
  primary key (station_id, rumour_id, group_id),
  foreign key (station_id, rumour_id) references rumours,
  foreign key (station_id, group_id) references chat_groups,
  foreign key (station_id, asked_by) references officers
);
create index rumour_groups_group on rumour_groups (station_id, group_id);
call own_by_station('rumour_groups');

create table rumour_group_answers (
  station_id uuid not null,
  rumour_id uuid not null,
  group_id uuid not null,
  version integer not null,
  answered_by uuid not null,
  answered_at timestamptz not null default clock_timestamp(),
  primary key (station_id, rumour_id, group_id, version),
  foreign key (station_id, rumour_id, group_id) references rumour_groups,
  foreign key (station_id, rumour_id, version) references rumour_approvals,
  foreign key (station_id, answered_by) references officers
);
call own_by_station('rumour_group_answers', 'select, insert, delete');

-- Matters of the inbox in which it is asked: to be answered with the same words, and corrected with them.
create table rumour_conversations (
  station_id uuid not null,
  rumour_id uuid not null,
  conversation_id uuid not null,
  tied_by uuid not null,
  tied_at timestamptz not null default clock_timestamp(),
  primary key (station_id, rumour_id, conversation_id),
  foreign key (station_id, rumour_id) references rumours,
  foreign key (station_id, conversation_id) references conversations,
  foreign key (station_id, tied_by) references officers
);
create index rumour_conversations_conversation on rumour_conversations (station_id, conversation_id);
call own_by_station('rumour_conversations', 'select, insert, delete');

-- Which reply was put into an answer there. It arrived when a message was sent after.
create table rumour_conversation_replies (
  station_id uuid not null,
  rumour_id uuid not null,
  conversation_id uuid not null,
  version integer not null,
  taken_by uuid not null,
  taken_at timestamptz not null default clock_timestamp(),
  primary key (station_id, rumour_id, conversation_id, version),
  foreign key (station_id, rumour_id, conversation_id) references rumour_conversations,
  foreign key (station_id, rumour_id, version) references rumour_approvals,
  foreign key (station_id, taken_by) references officers
);
call own_by_station('rumour_conversation_replies', 'select, insert');
