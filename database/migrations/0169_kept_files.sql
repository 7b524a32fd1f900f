-- What comes over WeChat is kept as it is, whatever it is, and shown by the name it was sent under.
alter table files
  add column name text not null default '' check (octet_length(name) <= 255),
  -- It may start something on the machine of who opens it (a program, a script, macros): told before it is handed out.
  add column may_run boolean not null default false;

-- What a colleague sent in the WeCom client is nobody's here: it is the station's, seen where its message is seen.
alter table files drop constraint files_owner_kind_check;
alter table files add constraint files_owner_kind_check check (owner_kind in ('officer', 'resident', 'station'));

-- Of a file inside a forwarded chat: who had sent it and when, as the record says.
alter table message_files add column said_by text not null default '' check (length(said_by) <= 100);

-- Several files of one message may be missing, each for a reason of its own.
alter table message_marks drop constraint message_marks_pkey;
alter table message_marks add primary key (station_id, message_id, kind, detail);

-- What a colleague said before the resident's first words waits for them.
create index kf_messages_early on kf_messages (station_id, external_userid) where fail_code = 'no_conversation';
