-- Looked through by every search of messages, those a person has written down beside those a machine heard: the index of
-- the latter alone was never used, and each search read all of them.
drop index message_transcripts_time;
create index message_transcripts_time on message_transcripts (station_id, received_at desc);
