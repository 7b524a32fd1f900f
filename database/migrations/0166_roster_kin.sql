-- A roster also brings further telephones and what people are to the head of their household; undone, these rows go again.
grant delete on resident_phones, resident_relations to lianxinqiao_serving;

-- Telephones and relations beside the rows: as the check found them, and how many are written.
alter table register_imports
  add column further jsonb not null default '{}',
  add column further_written jsonb not null default '{}';

-- What is deleted moves the coverage as well: an import that is undone left its households counted.
create or replace function mark_coverage() returns trigger language plpgsql as $$
declare
  pair text;
  before jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  after jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  column_name text;
begin
  if current_station() is null then return null; end if;
  foreach pair in array tg_argv loop
    column_name := split_part(pair, ':', 2);
    if coalesce(after ->> column_name, '') <> '' then
      insert into coverage_marks (station_id, kind, key)
        values ((after ->> 'station_id')::uuid, split_part(pair, ':', 1), after ->> column_name);
    end if;
    if coalesce(before ->> column_name, '') <> '' and before ->> column_name is distinct from after ->> column_name then
      insert into coverage_marks (station_id, kind, key)
        values ((before ->> 'station_id')::uuid, split_part(pair, ':', 1), before ->> column_name);
    end if;
  end loop;
  return null;
end $$;

create trigger coverage_gone after delete on households for each row execute function mark_coverage('household:id');
create trigger coverage_gone after delete on residents for each row
  execute function mark_coverage('household:household_id', 'phone:phone');
create trigger coverage_gone after delete on household_members for each row
  execute function mark_coverage('household:household_id', 'resident:resident_id');
create trigger coverage_gone after delete on resident_absences for each row
  execute function mark_coverage('resident:resident_id');
create trigger coverage_gone after delete on resident_phones for each row
  execute function mark_coverage('resident:resident_id', 'phone:phone');

-- Stations in which an import was undone are counted afresh.
truncate household_reach, household_reach_counts, coverage_marks, coverage_reads;
