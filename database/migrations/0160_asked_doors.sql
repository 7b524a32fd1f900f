-- A door's code is asked for after its row is there, outside any transaction: a slow WeCom holds no row, and a code whose
-- answer was lost is known of. Before: config_id and qr_url came with the row.

alter table contact_doors
  alter column config_id drop not null,
  alter column qr_url drop not null,
  alter column made_at drop not null,
  alter column made_at drop default,
  add column asked_at timestamptz not null default clock_timestamp(),
  -- Until when somebody's call is under way. Past it without a code: nobody knows what became of the call.
  add column asking_until timestamptz,
  -- How many calls went out of which no answer came.
  add column lost integer not null default 0,
  -- WeCom said no, in words: nothing was made.
  add column refusal text,
  add check ((qr_url is null) = (made_at is null));

alter table chat_group_doors
  alter column config_id drop not null,
  alter column qr_url drop not null,
  alter column made_at drop not null,
  alter column made_at drop default,
  add column asked_at timestamptz not null default clock_timestamp(),
  add column asking_until timestamptz,
  add column lost integer not null default 0,
  add column refusal text,
  add check ((qr_url is null) = (made_at is null));
