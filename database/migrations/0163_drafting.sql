-- A model elsewhere may be asked to draft a reply or a summary: off until the chief switches it on with the number of an
-- impact assessment, and off again with every change of the address.
create table drafting_endpoints (
  station_id uuid primary key references stations,
  address text not null check (length(address) between 10 and 300),
  model text not null check (length(model) between 1 and 100),
  sealed_key bytea,
  changed_by uuid not null,
  changed_at timestamptz not null default clock_timestamp(),
  -- What the last try said, with nobody's words; an empty failure: it answered.
  checked_at timestamptz,
  check_failure text check (length(check_failure) <= 200),
  assessment text check (length(assessment) between 4 and 60),
  switched_on_by uuid,
  switched_on_at timestamptz,
  foreign key (station_id, changed_by) references officers,
  foreign key (station_id, switched_on_by) references officers,
  check ((switched_on_at is null) = (switched_on_by is null)),
  check (switched_on_at is null or assessment is not null)
);
call own_by_station('drafting_endpoints');

-- What was asked of it, a row a call: the words as they left, masked, and what came back, masked as it came.
create table drafting_calls (
  station_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('reply', 'summary')),
  conversation_id uuid not null,
  officer_id uuid not null,
  asked_at timestamptz not null default clock_timestamp(),
  answered_at timestamptz,
  sent text not null check (length(sent) <= 20000),
  scripts jsonb not null default '[]',
  answer text check (length(answer) <= 4000),
  failure text check (length(failure) <= 200),
  tokens_sent integer,
  tokens_answered integer,
  primary key (station_id, id),
  foreign key (station_id, conversation_id) references conversations,
  foreign key (station_id, officer_id) references officers
);
create index drafting_calls_time on drafting_calls (station_id, asked_at desc);
call own_by_station('drafting_calls', 'select, insert, update');
