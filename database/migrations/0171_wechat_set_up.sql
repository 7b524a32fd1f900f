-- What was last received from each of the three places where an administrator sets up events in the admin console, and
-- which of our keys signed it: one that was forgotten, or kept its old key, is seen.
create table wechat_sources (
  station_id uuid not null references stations,
  source text not null check (source in ('customer_service', 'application', 'contacts')),
  heard_at timestamptz not null default clock_timestamp(),
  -- Not a reference: a key that is over is deleted, and what it signed last stays known.
  secret_id uuid,
  primary key (station_id, source)
);
call own_by_station('wechat_sources');

-- The file by which WeCom sees that a domain is ours, served at its root. One a station: an application has one.
create table wechat_domain_files (
  station_id uuid not null references stations,
  name text not null check (name ~ '^WW_verify_[0-9A-Za-z]{1,32}\.txt$'),
  content text not null check (content ~ '^[0-9A-Za-z_-]{1,128}$'),
  set_at timestamptz not null default clock_timestamp(),
  set_by uuid,
  primary key (station_id),
  foreign key (station_id, set_by) references officers
);
call own_by_station('wechat_domain_files');

-- A hint of contacts or groups that failed at every try is a letter as well; its item is the hint's place.
alter table wechat_letters drop constraint wechat_letters_job_check;
alter table wechat_letters add constraint wechat_letters_job_check
  check (job in ('handle-kf-message', 'fetch-kf-media', 'read-wechat-envelope', 'follow-wechat-hint'));

-- Whether a colleague serves an account in the client, by the last event of hers.
create table kf_servicers (
  station_id uuid not null references stations,
  open_kfid text not null,
  user_id text not null,
  serving boolean not null,
  -- As the event says, of who stopped: 0 for good, 1 for a while.
  stop_type integer,
  changed_at timestamptz not null,
  primary key (station_id, open_kfid, user_id)
);
call own_by_station('kf_servicers');

-- A colleague switched a resident's messages off, or on again.
create table kf_rejections (
  station_id uuid not null references stations,
  open_kfid text not null,
  external_userid text not null,
  user_id text not null,
  rejected boolean not null,
  changed_at timestamptz not null,
  primary key (station_id, open_kfid, external_userid, user_id)
);
call own_by_station('kf_rejections');

-- Greetings that were not sent are counted on the status page, which is asked every few seconds.
create index kf_messages_greetings on kf_messages (station_id, pulled_at) where fail_code like 'welcome\_%';
create index work_contacts_ungreeted on work_contacts (station_id, followed_at) where welcome_fail is not null;
