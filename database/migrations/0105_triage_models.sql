-- A reading made anew from what the station's people have corrected: what it changes of the delivered weights, and
-- how it compares. It reads nothing until somebody says so.
create table triage_models (
  station_id uuid not null,
  id uuid not null,
  -- Names the weights and words together, as stands on every reading.
  version text not null,
  -- The delivered weights it changes; after an update of the software it no longer fits.
  base_version text not null,
  corrections integer not null,
  -- Cells and their new values, deflated.
  changes bytea not null,
  report jsonb not null,
  -- Why it may not be used, in words; null: it may.
  refused text,
  asked_by uuid,
  made_at timestamptz not null default clock_timestamp(),
  primary key (station_id, id)
);
call own_by_station('triage_models', 'select, insert');

-- Each time somebody put one into use, or went back to the delivered reading (without a model). The newest holds.
create table triage_model_uses (
  station_id uuid not null,
  id uuid not null,
  model_id uuid,
  officer_id uuid not null,
  used_at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  foreign key (station_id, model_id) references triage_models,
  foreign key (station_id, officer_id) references officers
);
create index triage_model_uses_model on triage_model_uses (station_id, model_id);
create index triage_model_uses_officer on triage_model_uses (station_id, officer_id);
call own_by_station('triage_model_uses', 'select, insert');
