-- Another corporation, application or server for a channel that is set up: put down by one who runs the installation,
-- done by the yes of a second one. One open row a station. The new values are sealed like the secrets among them, and
-- their seal goes when the row is closed: the log says what was changed.
create table wechat_changes (
  station_id uuid not null references stations,
  id uuid not null,
  sealed bytea,
  asked_by uuid not null,
  asked_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  -- Since when nobody is there who could say yes; null while somebody is.
  alone_since timestamptz,
  closed_at timestamptz,
  outcome text check (outcome in ('approved', 'refused', 'withdrawn', 'replaced', 'expired', 'alone')),
  closed_by uuid,
  reason text check (length(reason) between 1 and 200),
  primary key (station_id, id),
  foreign key (station_id, asked_by) references officers,
  foreign key (station_id, closed_by) references officers,
  check ((closed_at is null) = (outcome is null)),
  check ((closed_at is null) = (sealed is not null)),
  check (outcome not in ('approved', 'refused') or closed_by <> asked_by),
  check ((outcome = 'refused') = (reason is not null))
);
create unique index wechat_changes_open on wechat_changes (station_id) where closed_at is null;
call own_by_station('wechat_changes', 'select, insert, update');
