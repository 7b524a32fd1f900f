-- Evidence came after a reply was drafted; somebody has looked at it, and the reply stays as it is.
create table rumour_evidence_looks (
  station_id uuid not null,
  evidence_id uuid not null,
  officer_id uuid not null,
  looked_at timestamptz not null default clock_timestamp(),
  primary key (station_id, evidence_id),
  foreign key (station_id, evidence_id) references rumour_evidence,
  foreign key (station_id, officer_id) references officers
);
call own_by_station('rumour_evidence_looks', 'select, insert');

-- Officers are told over WeCom that a draft waits for a second person, and of evidence that came after the reply.
alter table officer_notices drop constraint officer_notices_kind_check;
alter table officer_notices add constraint officer_notices_kind_check
  check (kind in ('emergency', 'handed_over', 'duty_tomorrow', 'duty_now', 'confirmation', 'broadcast', 'wechat_change',
    'rumour_reply', 'rumour_due', 'rumour_draft', 'rumour_evidence'));
