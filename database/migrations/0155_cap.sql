-- Public warnings of others (CAP 1.2), kept as they came, and how the county's sender may hand them in.

create table cap_alerts (
  station_id uuid not null,
  id uuid not null,
  -- The three by which CAP knows an alert: the same again is the same alert.
  identifier text not null,
  sender text not null,
  sent_at timestamptz not null,
  status text not null check (status in ('Actual', 'Exercise', 'System', 'Test', 'Draft')),
  msg_type text not null check (msg_type in ('Alert', 'Update', 'Cancel', 'Ack', 'Error')),
  -- The latest end of its parts; null when one of them names none.
  expires_at timestamptz,
  -- contract/cap.ts, read from the bytes.
  parsed jsonb not null,
  bytes bytea not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  how text not null check (how in ('uploaded', 'pasted', 'sent')),
  -- Null: the county's sender.
  received_by uuid,
  received_at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  unique (station_id, sender, identifier, sent_at),
  foreign key (station_id, received_by) references officers
);
create index cap_alerts_time on cap_alerts (station_id, received_at desc, id desc);
call own_by_station('cap_alerts', 'select, insert');

-- Which earlier alerts an update or a cancellation names; they may never have come here.
create table cap_references (
  station_id uuid not null,
  alert_id uuid not null,
  sender text not null,
  identifier text not null,
  sent_at timestamptz not null,
  primary key (station_id, alert_id, sender, identifier, sent_at),
  foreign key (station_id, alert_id) references cap_alerts
);
create index cap_references_earlier on cap_references (station_id, sender, identifier, sent_at);
call own_by_station('cap_references', 'select, insert');

-- Which broadcast was made from which alert.
create table cap_broadcasts (
  station_id uuid not null,
  broadcast_id uuid not null,
  alert_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null default clock_timestamp(),
  primary key (station_id, broadcast_id),
  foreign key (station_id, broadcast_id) references broadcasts,
  foreign key (station_id, alert_id) references cap_alerts,
  foreign key (station_id, made_by) references officers
);
create index cap_broadcasts_alert on cap_broadcasts (station_id, alert_id);
call own_by_station('cap_broadcasts', 'select, insert');

-- Which urgency is suggested for an alert; the newest version counts, the delivered table where there is none.
create table cap_grade_tables (
  station_id uuid not null,
  version integer not null,
  grades jsonb not null,
  written_by uuid not null,
  written_at timestamptz not null default clock_timestamp(),
  primary key (station_id, version),
  foreign key (station_id, written_by) references officers
);
call own_by_station('cap_grade_tables', 'select, insert');

-- The secrets of the county's sender. Only their hash is kept: of 256 random bits nobody guesses one, nobody reads one back.
create table cap_doors (
  station_id uuid not null,
  id uuid not null,
  secret_hash bytea not null,
  made_by uuid not null,
  made_at timestamptz not null default clock_timestamp(),
  -- A new secret lets the old one count on for a day.
  ends_at timestamptz,
  used_at timestamptz,
  primary key (station_id, id),
  foreign key (station_id, made_by) references officers
);
create index cap_doors_open on cap_doors (station_id, made_at desc);
call own_by_station('cap_doors', 'select, insert, update');
