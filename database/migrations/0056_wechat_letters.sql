-- What the channel could not handle at every try, with the officer who sees to it and what became of it. The bytes are
-- in kf_messages and wechat_envelopes; `item` names them.
create table wechat_letters (
  station_id uuid not null,
  id uuid not null,
  job text not null check (job in ('handle-kf-message', 'fetch-kf-media', 'read-wechat-envelope')),
  item text not null,
  open_kfid text,
  msgid text,
  digest text,
  -- The dead letter of the queue, another one each time it fails anew.
  dead_letter_id uuid not null,
  error_code text not null,
  failed_at timestamptz not null,
  owner_id uuid,
  owned_at timestamptz,
  -- Null: by the duty roster.
  owned_by uuid,
  replayed_at timestamptz,
  replayed_by uuid,
  settled_at timestamptz,
  settled_by uuid,
  reason text check (length(reason) between 1 and 200),
  primary key (station_id, id),
  unique (station_id, job, item),
  foreign key (station_id, owner_id) references officers,
  foreign key (station_id, owned_by) references officers,
  foreign key (station_id, replayed_by) references officers,
  foreign key (station_id, settled_by) references officers,
  check ((settled_at is null) = (reason is null))
);
create index wechat_letters_open on wechat_letters (station_id, failed_at) where settled_at is null and replayed_at is null;
call own_by_station('wechat_letters', 'select, insert, update');

-- Which of the callback's keys the last callback was signed with, and how it stands with the application's token.
alter table wechat_channels add column verified_secret uuid;
alter table wechat_channels add column token_at timestamptz;
alter table wechat_channels add column token_refused_at timestamptz;
alter table wechat_channels add column token_refusal text;

-- Calls to the server by the hour: it takes 10,000 a minute and 150,000 an hour of each kind.
create table wechat_calls (
  station_id uuid not null,
  hour timestamptz not null,
  calls integer not null default 0,
  refused integer not null default 0,
  throttled integer not null default 0,
  primary key (station_id, hour)
);
call own_by_station('wechat_calls');
