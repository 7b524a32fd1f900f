-- Somebody whom no message reaches is phoned as well: a task that no failed answer asked for, with what is to be said.
-- `cause` is what it is about; of one cause a conversation has one task, however often it is asked for.
alter table phone_tasks
  alter column message_id drop not null,
  add column cause text check (length(cause) between 1 and 100),
  add column words text check (length(words) <= 1000),
  add check (num_nonnulls(message_id, cause) = 1);
create unique index phone_tasks_cause on phone_tasks (station_id, conversation_id, cause) where cause is not null;
