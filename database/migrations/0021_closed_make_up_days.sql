-- A station may close on a make-up workday (调休). The law's clocks go on counting that day, so the closure keeps what it
-- stands on: the workday's name; null where it stands on a plain day of the week. Until now every closed Saturday or
-- Sunday was taken for such a day, also at stations that open on weekends.
alter table calendar_days add column make_up_name text check (make_up_name is null or kind = 'closed');
update calendar_days d set make_up_name = '调休上班'
where kind = 'closed' and extract(isodow from day) > 5 and not exists (
  select from opening_hours h where h.station_id = d.station_id and h.weekday = extract(isodow from d.day));
