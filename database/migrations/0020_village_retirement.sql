-- A village that is no more: merged into another, or given to another station. Old rows keep it; nothing new is put there.
-- Who retired it and who took it back stands in the log.
alter table villages add column retired_at timestamptz;
