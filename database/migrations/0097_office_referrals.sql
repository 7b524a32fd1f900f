-- A matter of another office is handed to it with its number, and asked after once. What was told stands as it was told.
create table office_referrals (
  station_id uuid not null references stations,
  id uuid not null,
  conversation_id uuid not null,
  office text not null check (length(office) <= 40),
  phone text not null check (length(phone) <= 20),
  officer_id uuid not null,
  referred_at timestamptz not null default now(),
  ask_on date not null,
  asked_at timestamptz,
  answer text check (answer in ('done', 'not_done')),
  answered_at timestamptz,
  -- The officer who wrote down what the resident said; null: she said it on her page.
  answered_by uuid,
  primary key (station_id, id),
  foreign key (station_id, conversation_id) references conversations
);
create index office_referrals_due on office_referrals (station_id, ask_on) where asked_at is null and answer is null;
create index office_referrals_conversation on office_referrals (station_id, conversation_id);
create index office_referrals_recent on office_referrals (station_id, referred_at desc);
call own_by_station('office_referrals');
