-- The second person is told over WeCom that a change of the channel waits for her.
alter table officer_notices drop constraint officer_notices_kind_check;
alter table officer_notices add constraint officer_notices_kind_check
  check (kind in ('emergency', 'handed_over', 'duty_tomorrow', 'duty_now', 'confirmation', 'broadcast', 'wechat_change'));
