-- Who sees on a phone of her own what the station writes: since when a link or code of hers was used, and since when an
-- officer shut every phone out (a lost one). Asked in one place: server/domains/residents/digital-door.ts.
alter table contacts add column door_opened_at timestamptz, add column door_shut_at timestamptz;
update contacts c set door_opened_at = (select max(k.used_at) from access_codes k
  where k.station_id = c.station_id and k.contact_id = c.id);
update contacts c set door_opened_at = greatest(c.door_opened_at, e.at)
from (select station_id, contact_id, max(at) as at from events where name = 'access_link.used' group by 1, 2) e
where e.station_id = c.station_id and e.contact_id = c.id;
update contacts c set door_shut_at = e.at
from (select station_id, contact_id, max(at) as at from events
  where name = 'access.revoked' and actor_kind = 'officer' group by 1, 2) e
where e.station_id = c.station_id and e.contact_id = c.id;

-- How she was told how it ended: the channel of a message, or as the officer who told her says.
alter table closures add column outcome_told_by text
  check (outcome_told_by in ('web', 'wechat', 'walk_in', 'phone', 'writing'));

-- Whom a message does not reach is rung up: who did it, when, and about which time. The one that counts was made at
-- the appointment's reminded_at.
create table appointment_calls (
  station_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  starts_at timestamptz not null,
  officer_id uuid not null,
  called_at timestamptz not null default now(),
  primary key (station_id, id),
  unique (station_id, appointment_id, called_at),
  foreign key (station_id, appointment_id) references appointments,
  foreign key (station_id, officer_id) references officers
);
call own_by_station('appointment_calls', 'select, insert');
