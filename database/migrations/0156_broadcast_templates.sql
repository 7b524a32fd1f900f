-- 广播模板: what a season brings every year, in words somebody owns and reads again before the day.

create table broadcast_templates (
  station_id uuid not null,
  id uuid not null,
  key text not null check (key ~ '^[a-z0-9-]{2,60}$'),
  retired_by uuid,
  retired_at timestamptz,
  primary key (station_id, id),
  unique (station_id, key),
  foreign key (station_id, retired_by) references officers,
  check ((retired_by is null) = (retired_at is null))
);
call own_by_station('broadcast_templates', 'select, insert, update');

create table broadcast_template_versions (
  station_id uuid not null,
  template_id uuid not null,
  version integer not null,
  title text not null,
  body text not null,
  -- For the loudspeaker: short sentences without signs; it is read out twice.
  spoken text not null,
  kind text not null check (kind in ('warning', 'notice')),
  urgency text not null check (urgency in ('emergency', 'important', 'ordinary')),
  channels text[] not null,
  -- Whom a channel does not reach: what else is to be done for them.
  care text not null default '',
  -- 'MM-DD', both or none; may run over the turn of the year.
  season_from text check (season_from ~ '^[01][0-9]-[0-3][0-9]$'),
  season_to text check (season_to ~ '^[01][0-9]-[0-3][0-9]$'),
  season_note text not null default '',
  basis text not null default '',
  cap_category text not null,
  -- Null: nobody yet.
  owner_id uuid,
  review_on date not null,
  -- Null: as it was delivered.
  written_by uuid,
  written_at timestamptz not null default clock_timestamp(),
  primary key (station_id, template_id, version),
  foreign key (station_id, template_id) references broadcast_templates,
  foreign key (station_id, owner_id) references officers,
  foreign key (station_id, written_by) references officers,
  check ((season_from is null) = (season_to is null))
);
call own_by_station('broadcast_template_versions', 'select, insert');

-- Somebody read it again and found that it still holds.
create table broadcast_template_reviews (
  station_id uuid not null,
  id uuid not null,
  template_id uuid not null,
  version integer not null,
  next_on date not null,
  note text not null default '',
  reviewed_by uuid not null,
  reviewed_at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  foreign key (station_id, template_id, version) references broadcast_template_versions,
  foreign key (station_id, reviewed_by) references officers
);
create index broadcast_template_reviews_template on broadcast_template_reviews (station_id, template_id, reviewed_at desc);
call own_by_station('broadcast_template_reviews', 'select, insert');
