-- Which dangers were heard in the last hour is asked with every message that comes.
create index message_transcripts_danger on message_transcripts (station_id, heard_at) where danger is not null;
