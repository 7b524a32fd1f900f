-- Officers are told over WeCom that their groups have to get a newer reply, and that a promised update is late.
alter table officer_notices drop constraint officer_notices_kind_check;
alter table officer_notices add constraint officer_notices_kind_check
  check (kind in ('emergency', 'handed_over', 'duty_tomorrow', 'duty_now', 'confirmation', 'broadcast', 'wechat_change',
    'rumour_reply', 'rumour_due'));
