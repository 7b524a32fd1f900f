-- A hint that does not begin where we stood: the version it began at, until the hint that led there has come late, or
-- the second look has shown that it was never told.
alter table chat_groups add column gap_from text;
