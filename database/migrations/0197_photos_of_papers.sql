-- A photo that came in a talk, laid by an officer to a paper of the appointment's list; a photo laid to the wrong paper is
-- taken off again. Where there is a case, the case keeps its photos.
create table appointment_photos (
  station_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  key text not null check (length(key) <= 60),
  file_id uuid not null,
  laid_by uuid not null,
  laid_at timestamptz not null default clock_timestamp(),
  taken_off_by uuid,
  taken_off_at timestamptz,
  primary key (station_id, id),
  foreign key (station_id, appointment_id) references appointments
);
create unique index appointment_photos_once on appointment_photos (station_id, appointment_id, key, file_id)
  where taken_off_at is null;
create index appointment_photos_file on appointment_photos (station_id, file_id);
call own_by_station('appointment_photos', 'select, insert, update');
