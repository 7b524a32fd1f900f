-- The register as people live: who belongs to which household from when to when, how she is reached and in what words,
-- and on what basis the station may use what it knows. Least data: no identity card number, no face, no work unit.

alter table households
  -- 组, as the village calls it.
  add column village_group text not null default '',
  add column note text not null default '',
  add column ended_how text check (ended_how in ('moved_out', 'merged', 'died_out', 'corrected')),
  add column merged_into_id uuid;
create index households_group on households (station_id, village_id, village_group);

alter table residents
  add column nicknames text[] not null default '{}',
  add column born_on date,
  add column died_on date,
  -- What she understands best, and what makes hearing, reading or coming to the counter hard for her.
  add column languages text[] not null default '{}',
  add column needs text[] not null default '{}',
  -- This entry was a second one of somebody else's; see resident_merges.
  add column merged_into_id uuid,
  add column updated_at timestamptz;

-- Who belongs to a household. A person may belong to two: she lives in one, and her 户口 may be in another.
-- residents.household_id is the household of her open row that says 'lives'; both change in one transaction.
create table household_members (
  station_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  resident_id uuid not null,
  tie text not null check (tie in ('lives', 'registered')),
  head boolean not null default false,
  began_on date not null,
  began_how text not null check (began_how in
    ('recorded', 'founded', 'born', 'moved_in', 'married_in', 'split', 'merged', 'returned', 'imported')),
  ended_on date,
  ended_how text check (ended_how in ('moved_out', 'married_out', 'split', 'merged', 'died', 'corrected')),
  recorded_by uuid,
  recorded_at timestamptz not null default clock_timestamp(),
  ended_by uuid,
  ended_recorded_at timestamptz,
  primary key (station_id, id),
  foreign key (station_id, household_id) references households,
  foreign key (station_id, resident_id) references residents,
  check (ended_on is null or ended_on >= began_on),
  check ((ended_on is null) = (ended_how is null))
);
create unique index household_members_home on household_members (station_id, resident_id) where tie = 'lives' and ended_on is null;
create unique index household_members_head on household_members (station_id, household_id) where head and tie = 'lives' and ended_on is null;
create index household_members_household on household_members (station_id, household_id);
create index household_members_resident on household_members (station_id, resident_id);
call own_by_station('household_members');

-- Away for work, school or a hospital stay: she still belongs to the household.
create table resident_absences (
  station_id uuid not null,
  id uuid not null,
  resident_id uuid not null,
  reason text not null check (reason in ('work', 'school', 'army', 'care', 'other')),
  place text not null default '',
  left_on date not null,
  back_on date,
  recorded_by uuid,
  recorded_at timestamptz not null default clock_timestamp(),
  ended_by uuid,
  ended_recorded_at timestamptz,
  primary key (station_id, id),
  foreign key (station_id, resident_id) references residents,
  check (back_on is null or back_on >= left_on)
);
create unique index resident_absences_open on resident_absences (station_id, resident_id) where back_on is null;
call own_by_station('resident_absences');

-- What became of a household as a whole. A split or a merger stands once for each of the two.
create table household_changes (
  station_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  kind text not null check (kind in ('founded', 'split_off', 'split_from', 'merged_in', 'merged_into', 'moved_out', 'died_out', 'door', 'corrected')),
  other_household_id uuid,
  happened_on date not null,
  -- The case in which it was done, when there is one.
  case_id uuid,
  note text not null default '',
  -- What was before, enough to undo it.
  before jsonb not null default '{}',
  recorded_by uuid,
  recorded_at timestamptz not null default clock_timestamp(),
  undone_by uuid,
  undone_at timestamptz,
  primary key (station_id, id),
  foreign key (station_id, household_id) references households
);
create index household_changes_household on household_changes (station_id, household_id, recorded_at desc);
call own_by_station('household_changes', 'select, insert, update');

-- Further numbers beside residents.phone, which stays the one to ring first.
create table resident_phones (
  station_id uuid not null,
  id uuid not null,
  resident_id uuid not null,
  phone text not null,
  whose text not null check (whose in ('own', 'family', 'neighbour', 'committee')),
  note text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null default clock_timestamp(),
  ended_by uuid,
  ended_at timestamptz,
  primary key (station_id, id),
  foreign key (station_id, resident_id) references residents
);
create index resident_phones_resident on resident_phones (station_id, resident_id);
create index resident_phones_phone on resident_phones (station_id, phone) where ended_at is null;
call own_by_station('resident_phones', 'select, insert, update');

-- `from` is the parent, spouse, guardian, carer … of `to`.
create table resident_relations (
  station_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  kind text not null check (kind in ('parent', 'spouse', 'sibling', 'grandparent', 'guardian', 'carer', 'contact_person')),
  note text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null default clock_timestamp(),
  ended_by uuid,
  ended_at timestamptz,
  primary key (station_id, id),
  foreign key (station_id, from_id) references residents,
  foreign key (station_id, to_id) references residents,
  check (from_id <> to_id)
);
create unique index resident_relations_open on resident_relations (station_id, from_id, to_id, kind) where ended_at is null;
create index resident_relations_to on resident_relations (station_id, to_id);
call own_by_station('resident_relations', 'select, insert, update');

-- On what basis what is known of a person is used, purpose by purpose; the newest row of a purpose counts
-- (PIPL articles 13 to 16: a duty or an emergency needs no consent, everything else is given, refused or taken back).
create table resident_consents (
  station_id uuid not null,
  id uuid not null,
  resident_id uuid not null,
  purpose text not null check (purpose in ('register', 'notices', 'phone', 'volunteers', 'committee', 'pictures')),
  basis text not null check (basis in ('duty', 'emergency', 'consent')),
  state text not null check (state in ('in_force', 'refused', 'withdrawn')),
  -- How it was said; 'page' by herself.
  how text not null check (how in ('spoken', 'written', 'page', 'guardian', 'law')),
  note text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  foreign key (station_id, resident_id) references residents
);
create index resident_consents_resident on resident_consents (station_id, resident_id, purpose, recorded_at desc);
call own_by_station('resident_consents', 'select, insert');

-- Two entries of one person became one. What was moved stands here, so that it can be undone.
create table resident_merges (
  station_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  gone_id uuid not null,
  before jsonb not null,
  merged_by uuid not null,
  merged_at timestamptz not null default clock_timestamp(),
  undone_by uuid,
  undone_at timestamptz,
  primary key (station_id, id),
  foreign key (station_id, kept_id) references residents,
  foreign key (station_id, gone_id) references residents
);
create unique index resident_merges_open on resident_merges (station_id, gone_id) where undone_at is null;
call own_by_station('resident_merges', 'select, insert, update');

-- Somebody looked at two like entries and said that they are two people. Always the smaller id first.
create table resident_distinctions (
  station_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  said_by uuid not null,
  said_at timestamptz not null default clock_timestamp(),
  primary key (station_id, one_id, other_id),
  check (one_id < other_id)
);
call own_by_station('resident_distinctions', 'select, insert, delete');

-- Who is in the register already lives where the register says. For this one statement the owner goes past the policies.
alter table residents no force row level security;
alter table households no force row level security;
alter table household_members no force row level security;
insert into household_members (station_id, id, household_id, resident_id, tie, began_on, began_how)
  select r.station_id, gen_random_uuid(), r.household_id, r.id, 'lives', h.resident_since_on, 'recorded'
  from residents r join households h on h.station_id = r.station_id and h.id = r.household_id;
alter table residents force row level security;
alter table households force row level security;
alter table household_members force row level security;
