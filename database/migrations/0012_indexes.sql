-- The ways rows are asked for that the first migrations did not foresee.
create index message_files_file on message_files (station_id, file_id);
create index case_material_checks_file on case_material_checks (station_id, file_id) where file_id is not null;
create index contacts_revoked on contacts (station_id) where access_version > 1 or removed_at is not null;
create index residents_listed on residents (station_id, name, id);
