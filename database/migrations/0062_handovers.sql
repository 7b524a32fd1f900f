-- An officer moves or leaves: contacts, groups and open matters go to a colleague in one step.

create table handovers (
  station_id uuid not null references stations,
  id uuid not null,
  from_account text not null,
  to_account text not null,
  from_officer_id uuid,
  to_officer_id uuid,
  -- The member has left the corporation: WeCom has calls of its own for that.
  has_left boolean not null,
  asked_by uuid not null,
  asked_at timestamptz not null default clock_timestamp(),
  -- When WeCom is asked next what became of it.
  poll_at timestamptz not null default clock_timestamp(),
  leased_until timestamptz,
  finished_at timestamptz,
  primary key (station_id, id),
  foreign key (station_id, asked_by) references officers
);
create unique index handovers_open on handovers (station_id, from_account) where finished_at is null;
call own_by_station('handovers');

create table handover_items (
  station_id uuid not null,
  handover_id uuid not null,
  kind text not null check (kind in ('contact', 'group', 'conversation', 'case')),
  -- The id in WeCom, or ours of a matter.
  subject text not null,
  -- asking: the call is out, and its outcome unknown if it is found so again. asked: WeCom takes a day.
  state text not null default 'waiting' check (state in ('waiting', 'asking', 'asked', 'done', 'refused')),
  code text,
  settled_at timestamptz,
  primary key (station_id, handover_id, kind, subject),
  foreign key (station_id, handover_id) references handovers
);
create index handover_items_open on handover_items (station_id, handover_id) where state in ('waiting', 'asking', 'asked');
call own_by_station('handover_items');

-- What each work account said in a week, as it was counted when the week was over.
create table weekly_reports (
  station_id uuid not null references stations,
  week_on date not null,
  made_at timestamptz not null default clock_timestamp(),
  report jsonb not null,
  primary key (station_id, week_on)
);
call own_by_station('weekly_reports', 'select, insert');
