-- A draft is saved as it is typed: the newest version changes until it is submitted. From then on it stands, whoever asks.

grant update (kind, urgency) on broadcasts to lianxinqiao_serving;
grant update on broadcast_versions to lianxinqiao_serving;

create function keep_submitted_versions() returns trigger language plpgsql as $$
begin
  if exists (select from broadcast_steps s where s.station_id = old.station_id and s.broadcast_id = old.broadcast_id
      and s.version = old.version and s.step <> 'drafted') then
    raise exception 'version % of broadcast % was submitted and stands', old.version, old.broadcast_id;
  end if;
  return new;
end $$;
create trigger keep_submitted_versions before update on broadcast_versions
  for each row execute function keep_submitted_versions();

-- How often a group had something this month.
create index broadcast_targets_group on broadcast_targets (station_id, group_id) where group_id is not null;
