-- How often a one-time code was tried from each address (keyed hashes): one address cannot spend another's tries.
alter table access_codes add column tries_from jsonb not null default '{}';

-- An account that sees residents' matters and was opened, or opened again, by somebody who does not: it works only once
-- a second person, who sees them already, has confirmed it. One open row an officer.
create table officer_confirmations (
  station_id uuid not null,
  id uuid not null,
  officer_id uuid not null,
  reason text not null check (reason in ('created', 'role_changed', 'password_reset')),
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  confirmed_by uuid,
  confirmed_at timestamptz,
  primary key (station_id, id),
  foreign key (station_id, officer_id) references officers,
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (confirmed_by <> asked_by and confirmed_by <> officer_id)
);
create unique index officer_confirmations_open on officer_confirmations (station_id, officer_id) where confirmed_at is null;
call own_by_station('officer_confirmations', 'select, insert, update');

-- Officers who may work: no suspension is open, and no confirmation is awaited.
create or replace view active_officers with (security_invoker = true) as
  select o.station_id, o.id, o.name, o.role,
    array(select v.village_id from officer_villages v
      where v.station_id = o.station_id and v.officer_id = o.id)::text[] as village_ids
  from officers o
  where not exists (select from officer_suspensions s
    where s.station_id = o.station_id and s.officer_id = o.id and s.until_at is null)
  and not exists (select from officer_confirmations c
    where c.station_id = o.station_id and c.officer_id = o.id and c.confirmed_at is null);
