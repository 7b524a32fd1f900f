-- The chat sidebar inside WeCom.

-- The application's number: the page names it when it asks the client for rights. Officers' sign-in keeps it there too.
alter table wechat_channels add column if not exists agent_id integer check (agent_id > 0);

-- Tickets that sign our page for the client, shared by all processes: 100 fetches an hour are all there are. Sealed, and
-- of one corporation and application: after a change of either they are nobody's.
create table wechat_tickets (
  station_id uuid not null references stations,
  kind text not null check (kind in ('corporation', 'application')),
  of_app text not null,
  sealed bytea not null,
  expires_at timestamptz not null,
  primary key (station_id, kind)
);
call own_by_station('wechat_tickets');
