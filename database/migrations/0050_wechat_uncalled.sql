-- Since when messages of an account are found by asking alone, no callback having told of them. A callback ends it.
alter table kf_accounts add column uncalled_since timestamptz;
