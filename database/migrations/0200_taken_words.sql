-- Approved words of another desk (a reply to a rumour), put into the answer of a matter. Which answers carry something of
-- them is read from the answers, for who sends them may shorten them.
create table taken_words (
  station_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  officer_id uuid not null,
  words text not null,
  taken_at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  foreign key (station_id, conversation_id) references conversations,
  foreign key (station_id, officer_id) references officers
);
create index taken_words_conversation on taken_words (station_id, conversation_id);
call own_by_station('taken_words', 'select, insert');

-- Those of all stations that were taken before this, past the policies, which show the owner no row.
alter table rumour_conversation_replies no force row level security;
alter table rumour_replies no force row level security;
alter table taken_words no force row level security;
insert into taken_words (station_id, id, conversation_id, officer_id, words, taken_at)
  select t.station_id, gen_random_uuid(), t.conversation_id, t.taken_by, r.body, t.taken_at from rumour_conversation_replies t
  join rumour_replies r on r.station_id = t.station_id and r.rumour_id = t.rumour_id and r.version = t.version;
alter table rumour_conversation_replies force row level security;
alter table rumour_replies force row level security;
alter table taken_words force row level security;
