-- Spreadsheets of the station read into the register: the file's rows as they were read (without identity card numbers,
-- which are never written anywhere), what becomes of each, and how far the writing has come.
create table register_imports (
  station_id uuid not null,
  id uuid not null,
  file_name text not null,
  sheet_name text not null default '',
  -- What the reader of the file wants said of it: other sheets, merged cells, identity numbers left out.
  remarks text[] not null default '{}',
  heads text[] not null,
  identity_columns smallint[] not null default '{}',
  -- The field of each column, null for one that is not taken.
  columns text[],
  village_id uuid,
  state text not null check (state in
    ('read', 'checking', 'checked', 'importing', 'stopped', 'done', 'undoing', 'undone')),
  -- Somebody asked for the writing: it follows the comparison, so that what is written was compared just now.
  then_write boolean not null default false,
  -- Why the last step could not be done, in words for the screen.
  trouble text not null default '',
  rows_total integer not null,
  -- Rows looked at by the step in hand; when writing, moved in the transaction that writes them.
  rows_done integer not null default 0,
  -- The number of the last row that is written.
  written_row integer not null default 0,
  -- Rows by result, as the check found them, and how many of each are written.
  counts jsonb not null default '{}',
  written jsonb not null default '{}',
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default clock_timestamp(),
  step_began_at timestamptz,
  started_by uuid,
  started_at timestamptz,
  finished_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  primary key (station_id, id)
);
-- Two at once would each miss what the other writes.
create unique index register_imports_one on register_imports (station_id) where state in ('importing', 'undoing') or then_write;
call own_by_station('register_imports');

create table register_import_rows (
  station_id uuid not null,
  import_id uuid not null,
  -- As the spreadsheet numbers it.
  row integer not null,
  cells text[] not null,
  decision text check (decision in ('new', 'ours', 'theirs')),
  result text check (result in ('new', 'changed', 'conflict', 'same', 'doubtful', 'mistake', 'skipped')),
  why text not null default '',
  -- What is written, and what stood there before.
  plan jsonb,
  primary key (station_id, import_id, row),
  foreign key (station_id, import_id) references register_imports on delete cascade
);
create index register_import_rows_result on register_import_rows (station_id, import_id, result, row);
create index register_import_rows_decided on register_import_rows (station_id, import_id) where decision is not null;
call own_by_station('register_import_rows');

-- Which column a heading meant the last time somebody chose it by hand; empty: not taken.
create table register_import_headings (
  station_id uuid not null,
  heading text not null,
  field text not null,
  primary key (station_id, heading)
);
call own_by_station('register_import_headings', 'select, insert, update');
