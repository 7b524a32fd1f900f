-- A resident may use two accounts of the station: window, quota and who talks to her belong to each of them. The inbox
-- calls an account a line and knows no more of it than its key; she is answered over the line of her newest words.
alter table reply_lines no force row level security;
alter table message_deliveries no force row level security;
alter table message_accounts no force row level security;
alter table messages no force row level security;
alter table kf_people no force row level security;

alter table reply_lines add column line text not null default '' check (length(line) <= 100);
alter table message_deliveries add column line text not null default '' check (length(line) <= 100);

-- What she was answered over so far moved also when she only opened a chat. Where she can still be answered, it is the
-- account of her newest words.
update reply_lines l set line = coalesce(
    (select a.account from messages m
      join message_accounts a on a.station_id = m.station_id and a.message_id = m.id
      where m.station_id = p.station_id and m.conversation_id = p.conversation_id and m.direction = 'inbound'
        and l.heard_at > now() - l.window_seconds * interval '1 second'
      order by m.sent_at desc, m.id desc limit 1),
    p.open_kfid)
  from kf_people p where p.station_id = l.station_id and p.contact_id = l.contact_id;
-- What has gone out went over the account that stands with the message.
update message_deliveries d set line = coalesce(
    (select a.account from message_accounts a where a.station_id = d.station_id and a.message_id = d.message_id),
    (select l.line from reply_lines l where l.station_id = d.station_id and l.contact_id = d.contact_id), '');

alter table reply_lines drop constraint reply_lines_pkey;
alter table reply_lines add primary key (station_id, contact_id, line);
alter table reply_lines alter column line drop default;
alter table message_deliveries alter column line drop default;

-- Answers wait for the earlier ones of their line, and are counted by it.
drop index message_deliveries_waiting;
create index message_deliveries_waiting on message_deliveries (station_id, contact_id, line, message_id)
  where state in ('queued', 'sending');
drop index message_deliveries_contact;
create index message_deliveries_line on message_deliveries (station_id, contact_id, line, queued_at);

-- Which account a colleague took or gave back; empty where it was not kept.
alter table hand_overs add column line text not null default '' check (length(line) <= 100);

-- Kept with what she says, and nowhere else.
alter table kf_people drop column open_kfid;

alter table reply_lines force row level security;
alter table message_deliveries force row level security;
alter table message_accounts force row level security;
alter table messages force row level security;
alter table kf_people force row level security;
