-- How residents put what a script answers, in whole sentences: what suggestions are found by, never shown to a resident.
alter table script_versions add column asked_as text[] not null default '{}';
