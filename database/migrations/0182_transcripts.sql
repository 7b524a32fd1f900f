-- Two things may be asked of a machine elsewhere now, each of an endpoint of its own: drafts, and what a recording says.
alter table drafting_endpoints rename to language_endpoints;
alter table language_endpoints add column purpose text not null default 'drafting' check (purpose in ('drafting', 'transcription'));
alter table language_endpoints alter column purpose drop default;
alter table language_endpoints drop constraint drafting_endpoints_pkey;
alter table language_endpoints add primary key (station_id, purpose);

-- A transcript is asked for by nobody: it follows the recording. What left of it is the sound, which is told and not kept twice.
alter table drafting_calls rename to language_calls;
alter index drafting_calls_time rename to language_calls_time;
alter table language_calls alter column officer_id drop not null;
alter table language_calls drop constraint drafting_calls_kind_check;
alter table language_calls add check (kind in ('reply', 'summary', 'transcript'));
alter table language_calls add check ((officer_id is null) = (kind = 'transcript'));

-- What a machine heard in a resident's recording. It goes with the recording.
create table message_transcripts (
  station_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  file_id uuid not null,
  received_at timestamptz not null,
  tries smallint not null default 0,
  -- Not before this; while a try runs, until it counts as lost. Null: no further try.
  next_try_at timestamptz default clock_timestamp(),
  failure text check (length(failure) <= 200),
  -- Empty: it was listened to, and nothing was said.
  heard text check (length(heard) <= 8000),
  heard_at timestamptz,
  -- Whether that reads like an emergency, and why.
  danger text check (length(danger) <= 300),
  primary key (station_id, id),
  unique (station_id, message_id, file_id),
  foreign key (station_id, message_id) references messages on delete cascade,
  foreign key (station_id, file_id) references files on delete cascade,
  check ((heard is null) = (heard_at is null))
);
create index message_transcripts_file on message_transcripts (station_id, file_id);
create index message_transcripts_due on message_transcripts (station_id, next_try_at) where heard is null;
create index message_transcripts_time on message_transcripts (station_id, received_at desc) where heard is not null;
call own_by_station('message_transcripts', 'select, insert, update');

-- A person who listened has written down what is said, or has struck the machine's words.
create table transcript_corrections (
  station_id uuid not null,
  id uuid not null,
  transcript_id uuid not null,
  officer_id uuid not null,
  -- Null: struck.
  words text check (length(words) between 1 and 8000),
  corrected_at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  foreign key (station_id, transcript_id) references message_transcripts on delete cascade,
  foreign key (station_id, officer_id) references officers
);
create index transcript_corrections_of on transcript_corrections (station_id, transcript_id, id desc);
call own_by_station('transcript_corrections', 'select, insert');
