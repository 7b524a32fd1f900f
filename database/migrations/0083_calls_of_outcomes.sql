-- A phone task that nobody has to do any more, and why: the outcome it was about was taken back. Its task is over too
-- (done_at), without anybody having phoned (done_by).
create table phone_task_withdrawals (
  station_id uuid not null,
  task_id uuid not null,
  reason text not null check (reason in ('case_reopened', 'merge_undone')),
  -- Null: the resident herself reopened the case by her objection.
  officer_id uuid,
  withdrawn_at timestamptz not null default clock_timestamp(),
  primary key (station_id, task_id),
  foreign key (station_id, task_id) references phone_tasks
);
call own_by_station('phone_task_withdrawals', 'select, insert');
create index phone_tasks_of_cause on phone_tasks (station_id, cause) where cause is not null and done_at is null;

-- Who stands behind a case without a conversation, and was not told when its outcome was: somebody rings her up. Name
-- and phone are read where they are kept; without any phone it is a line that says so.
create table outcome_calls (
  station_id uuid not null,
  id uuid not null,
  outcome_id uuid not null,
  -- Whose resident it is: a case merged into that of the outcome, or that one itself.
  case_id uuid not null,
  asked_at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  unique (station_id, outcome_id, case_id),
  foreign key (station_id, outcome_id) references case_outcomes,
  foreign key (station_id, case_id) references cases
);
create index outcome_calls_case on outcome_calls (station_id, case_id);
call own_by_station('outcome_calls', 'select, insert');

create table outcome_call_ends (
  station_id uuid not null,
  call_id uuid not null,
  how text not null check (how in ('told', 'case_reopened', 'merge_undone')),
  officer_id uuid,
  ended_at timestamptz not null default clock_timestamp(),
  primary key (station_id, call_id),
  foreign key (station_id, call_id) references outcome_calls
);
call own_by_station('outcome_call_ends', 'select, insert');
