-- An officer asks for the transcript of a recording that no machine was asked for, or that was not managed.
create table transcript_requests (
  station_id uuid not null,
  id uuid not null,
  transcript_id uuid not null,
  officer_id uuid not null,
  asked_at timestamptz not null default clock_timestamp(),
  primary key (station_id, id),
  foreign key (station_id, transcript_id) references message_transcripts on delete cascade,
  foreign key (station_id, officer_id) references officers
);
create index transcript_requests_of on transcript_requests (station_id, transcript_id, asked_at desc);
create index transcript_requests_officer on transcript_requests (station_id, officer_id, asked_at desc);
call own_by_station('transcript_requests', 'select, insert');

-- Of what left it is told who asked for it: nobody, where the recording had come by itself.
alter table language_calls drop constraint language_calls_check;
alter table language_calls add constraint language_calls_asked_check check (officer_id is not null or kind = 'transcript');
