-- Guides ask a few plain questions, so that each family gets its own list; they have an owner and a history.
alter table guides add column owner_id uuid;
-- After which answers a paper is needed: [{question, answer}]. `needed_when` says the same in words.
alter table guide_materials add column needed_if jsonb not null default '[]';

-- Each version whole, as a change could put it back. The delivered one has nobody who wrote it.
create table guide_versions (
  station_id uuid not null,
  guide_id uuid not null,
  version integer not null,
  says jsonb not null,
  changed_by uuid,
  changed_at timestamptz,
  primary key (station_id, guide_id, version),
  foreign key (station_id, guide_id) references guides
);
call own_by_station('guide_versions', 'select, insert');

-- A guide whose day has come is a task of somebody's, until she has read it again.
create table guide_rereads (
  station_id uuid not null,
  id uuid not null,
  guide_id uuid not null,
  due_on date not null,
  asked_at timestamptz not null default now(),
  done_at timestamptz,
  done_by uuid,
  primary key (station_id, id),
  foreign key (station_id, guide_id) references guides
);
create unique index guide_rereads_open on guide_rereads (station_id, guide_id) where done_at is null;
call own_by_station('guide_rereads');
