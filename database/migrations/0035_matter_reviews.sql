-- A second person looks again at a few closed matters, drawn by chance: was one of those taken for no emergency one after
-- all? One review a matter, never taken back; closed_at is the closing that was looked at, by which it is counted.
create table matter_reviews (
  station_id uuid not null references stations,
  id uuid not null,
  matter_kind text not null check (matter_kind in ('conversation', 'case')),
  matter_id uuid not null,
  closed_at timestamptz not null,
  was_emergency boolean not null,
  note text not null default '' check (length(note) <= 500),
  reviewed_by uuid not null,
  reviewed_at timestamptz not null default now(),
  primary key (station_id, id),
  unique (station_id, matter_kind, matter_id)
);
create index matter_reviews_closed on matter_reviews (station_id, closed_at);
call own_by_station('matter_reviews', 'select, insert');
