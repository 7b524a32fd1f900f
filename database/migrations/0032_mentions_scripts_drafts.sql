-- Who is mentioned in a conversation may read it, and hears of it live: asked for with every look and every page of news.
create index mentions_conversation on mentions (station_id, conversation_id, officer_id);
create index mentions_of_officer on mentions (station_id, officer_id, conversation_id);

-- An answer may be put together of several scripts. The first stands on the message, the others here.
create table message_scripts (
  station_id uuid not null,
  message_id uuid not null,
  position smallint not null check (position > 1),
  script_id uuid not null,
  script_version integer not null,
  primary key (station_id, message_id, position),
  foreign key (station_id, message_id) references messages
);
call own_by_station('message_scripts', 'select, insert');

-- A draft keeps every script that went into it, and its photos. For this one update the owner goes past the policy,
-- which shows him no station's rows.
alter table drafts add column scripts jsonb not null default '[]';
alter table drafts add column file_ids uuid[] not null default '{}';
alter table drafts no force row level security;
update drafts set scripts = jsonb_build_array(jsonb_build_object('id', script_id, 'version', script_version))
where script_id is not null and script_version is not null;
alter table drafts force row level security;
alter table drafts drop column script_id, drop column script_version;
