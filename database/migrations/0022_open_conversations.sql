-- The queues hold what is open; nearly everything is closed.
create index conversations_open on conversations (station_id, last_message_at desc, id desc) where closed_at is null;
