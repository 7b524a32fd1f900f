-- Where a version of a script went: asked when it is changed or withdrawn, and by the page of its use.
create index messages_of_script on messages (station_id, script_id, sent_at) where script_id is not null;
create index message_scripts_of_script on message_scripts (station_id, script_id);
