-- A review that was entered wrongly is taken back: the row stays, with who, when and why, and counts no longer; the
-- matter may then be reviewed again.
alter table matter_reviews
  add column taken_back_by uuid,
  add column taken_back_at timestamptz,
  add column taken_back_why text check (length(taken_back_why) between 1 and 500),
  add check (num_nulls(taken_back_by, taken_back_at, taken_back_why) in (0, 3)),
  drop constraint matter_reviews_station_id_matter_kind_matter_id_key;
create unique index matter_reviews_standing on matter_reviews (station_id, matter_kind, matter_id) where taken_back_at is null;
grant update (taken_back_by, taken_back_at, taken_back_why) on matter_reviews to lianxinqiao_serving;
