-- A case keeps the questions of its guide as they were when it was opened, and what was answered.
alter table case_materials add column needed_if jsonb not null default '[]';

create table case_questions (
  station_id uuid not null,
  case_id uuid not null,
  questions jsonb not null,
  primary key (station_id, case_id),
  foreign key (station_id, case_id) references cases
);
call own_by_station('case_questions', 'select, insert');

-- The latest answer to a question counts. No officer: the resident said it herself.
create table case_answers (
  station_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  question text not null check (length(question) <= 40),
  answer text not null check (length(answer) <= 40),
  officer_id uuid,
  answered_at timestamptz not null default now(),
  primary key (station_id, id),
  foreign key (station_id, case_id) references cases
);
create index case_answers_case on case_answers (station_id, case_id, answered_at);
call own_by_station('case_answers', 'select, insert');

-- A photo nobody can read is no bad paper: it is taken again.
alter table case_material_checks drop constraint case_material_checks_verdict_check;
alter table case_material_checks add constraint case_material_checks_verdict_check
  check (verdict in ('ready', 'photographed', 'accepted', 'rejected', 'unreadable', 'not_needed', 'withdrawn'));

-- Somebody has to come again because a paper is missing: which one, and why it was not seen before. Never taken back.
create table second_trips (
  station_id uuid not null references stations,
  id uuid not null,
  guide_id uuid not null,
  case_id uuid,
  appointment_id uuid,
  key text not null,
  name text not null,
  cause text not null check (cause in ('not_told', 'not_asked', 'photo_not_checked', 'forgotten', 'rule_changed', 'other')),
  reason text not null check (length(reason) between 1 and 500),
  officer_id uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (station_id, id),
  foreign key (station_id, guide_id) references guides,
  foreign key (station_id, case_id) references cases
);
create index second_trips_guide on second_trips (station_id, guide_id, recorded_at);
create index second_trips_case on second_trips (station_id, case_id) where case_id is not null;
call own_by_station('second_trips', 'select, insert');
