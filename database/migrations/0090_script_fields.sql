-- What a version of a script says of itself: its topic, a short form to be read aloud, for which stage of a fraud it is,
-- and where what it says was read.
alter table script_versions
  add column topic text not null default '' check (length(topic) <= 20),
  add column spoken text not null default '' check (length(spoken) <= 300),
  add column stage text check (stage in ('contacted', 'about_to_pay', 'just_paid', 'paid_long_ago')),
  add column sources text[] not null default '{}';
