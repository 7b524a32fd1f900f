-- What an officer is told over WeCom, each thing once. Ids and codes only: the words are made when it is sent.
create table officer_notices (
  station_id uuid not null,
  id uuid not null,
  officer_id uuid not null,
  kind text not null check (kind in ('emergency', 'handed_over', 'duty_tomorrow', 'duty_now', 'confirmation')),
  -- What it is about; the same is not told twice.
  about text not null,
  conversation_id uuid,
  made_at timestamptz not null default clock_timestamp(),
  -- Of no use after this.
  ends_at timestamptz not null,
  not_before timestamptz not null default clock_timestamp(),
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'dropped', 'failed')),
  attempts integer not null default 0,
  leased_until timestamptz,
  fail_code text,
  sent_at timestamptz,
  -- To which member it went, and the one use of the card that lets us change it.
  user_id text,
  response_code text,
  -- Who had the matter when the card was sent: whoever takes it from another by this card was not the quicker one.
  assignee_seen uuid,
  -- What stands on the card instead of the button from now on, and when WeCom was told.
  card_words text,
  card_told_at timestamptz,
  primary key (station_id, id),
  unique (station_id, officer_id, kind, about),
  foreign key (station_id, officer_id) references officers
);
create index officer_notices_waiting on officer_notices (station_id, not_before) where state = 'waiting';
create index officer_notices_cards on officer_notices (station_id, not_before)
  where card_words is not null and card_told_at is null and response_code is not null;
create index officer_notices_conversation on officer_notices (station_id, conversation_id) where conversation_id is not null;
call own_by_station('officer_notices');

-- What she does not want to be told, and when it shall be quiet (an emergency is told all the same). Without a row:
-- everything, quiet from 22:00 to 07:00.
create table officer_notice_settings (
  station_id uuid not null,
  officer_id uuid not null,
  unwanted text[] not null default '{}',
  quiet_from time,
  quiet_until time,
  changed_at timestamptz not null default clock_timestamp(),
  primary key (station_id, officer_id),
  foreign key (station_id, officer_id) references officers,
  check ((quiet_from is null) = (quiet_until is null))
);
call own_by_station('officer_notice_settings');

-- A button that was pressed, as the callback said; on disk before anything follows from it.
create table officer_card_presses (
  station_id uuid not null,
  digest text not null,
  notice_id uuid not null,
  user_id text not null,
  response_code text not null,
  pressed_at timestamptz not null default clock_timestamp(),
  handled_at timestamptz,
  outcome text,
  primary key (station_id, digest)
);
call own_by_station('officer_card_presses');
