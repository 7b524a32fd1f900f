-- A family's own list says of each paper what the guide says of it: the thing itself or a copy, how many, what an
-- electronic certificate replaces, what the station finds by itself. Like the rest of the list it stays as it was when
-- the case began.
alter table case_materials
  add column form text not null default 'original' check (form in ('original', 'copy', 'form')),
  add column copies smallint not null default 1 check (copies > 0),
  add column electronic boolean not null default false,
  add column shared boolean not null default false,
  add column advice text;

-- Cases that began before: by what their guide says of the same paper now. The migration's role owns the tables and is
-- held to no station for these statements.
alter table cases no force row level security;
alter table guide_materials no force row level security;
alter table case_materials no force row level security;
update case_materials m set form = g.form, copies = g.copies, electronic = g.electronic, shared = g.shared, advice = g.note
from cases c join guide_materials g on g.station_id = c.station_id and g.guide_id = c.guide_id
where m.station_id = c.station_id and m.case_id = c.id and g.key = m.key;
alter table case_materials force row level security;
alter table guide_materials force row level security;
alter table cases force row level security;
