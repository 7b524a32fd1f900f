-- What is known for a conversation's scripts: cases and appointments tell it here, so that the inbox need not ask upward.
create table conversation_facts (
  station_id uuid not null,
  conversation_id uuid not null,
  variable text not null check (length(variable) <= 20),
  value text not null check (length(value) between 1 and 1000),
  told_at timestamptz not null default now(),
  primary key (station_id, conversation_id, variable),
  foreign key (station_id, conversation_id) references conversations
);
call own_by_station('conversation_facts');
