-- Pictures and files that go out with a script: up to four a version, in their order, each with words for who cannot see
-- it. What a file is (kind, type, size, hash) is written beside its id: a stored file never changes.
alter table script_versions add column files jsonb not null default '[]'
  check (jsonb_typeof(files) = 'array' and jsonb_array_length(files) <= 4);
create index script_versions_files on script_versions using gin (files jsonb_path_ops) where files <> '[]';
