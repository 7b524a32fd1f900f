-- What a family answered to the questions of its appointment's guide, so that station, messages and every phone of hers
-- name the same papers. The latest answer to a question counts, as long as the guide still asks it in these words. No
-- officer: the resident said it herself.
create table appointment_answers (
  station_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  question text not null check (length(question) <= 40),
  answer text not null check (length(answer) <= 40),
  guide_version integer not null check (guide_version > 0),
  asked text not null check (length(asked) <= 60),
  said text not null check (length(said) <= 30),
  officer_id uuid,
  answered_at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  foreign key (station_id, appointment_id) references appointments
);
create index appointment_answers_appointment on appointment_answers (station_id, appointment_id, answered_at);
call own_by_station('appointment_answers', 'select, insert');
