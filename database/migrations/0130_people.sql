-- What a person's entry needs beyond 0120: birthdays that can be, consents that a merge wrote and an undo made void, and
-- who said that somebody is not to be sent notices.

alter table residents add constraint residents_born check (born_on >= '1900-01-01');
-- Entries of one name are looked for in one village or household; those merged away are nobody's any more.
create index residents_merged on residents (station_id, merged_into_id) where merged_into_id is not null;

-- A merge writes the stricter answer of the two into the entry that stays. When the merge is undone, that row says
-- nothing any more; the ledger itself stays as it was written.
alter table resident_consents add column merge_id uuid, add column void_at timestamptz;
grant update (void_at) on resident_consents to lianxinqiao_serving;

-- "Send me nothing": by herself on her page, or said to an officer, who writes how. contacts.opted_out_at is what stands.
create table contact_opt_outs (
  station_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  opted_out boolean not null,
  -- Null: she did it herself.
  officer_id uuid,
  reason text not null default '',
  said_at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  foreign key (station_id, contact_id) references contacts,
  foreign key (station_id, officer_id) references officers,
  check (officer_id is null or reason <> '')
);
create index contact_opt_outs_contact on contact_opt_outs (station_id, contact_id, said_at desc);
call own_by_station('contact_opt_outs', 'select, insert');
