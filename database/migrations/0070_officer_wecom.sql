-- Which member of the corporation (WeCom) an officer is. One member, one officer. A binding that somebody else made opens
-- nothing until the officer has confirmed it herself, signed in with her password: whoever runs the installation must
-- not be able to give her own phone a colleague's sight.
create table officer_wecom_members (
  station_id uuid not null,
  user_id text not null check (user_id <> '' and length(user_id) <= 64),
  officer_id uuid not null,
  bound_at timestamptz not null default clock_timestamp(),
  bound_by uuid not null,
  confirmed_at timestamptz,
  primary key (station_id, user_id),
  unique (station_id, officer_id),
  foreign key (station_id, officer_id) references officers,
  foreign key (station_id, bound_by) references officers
);
-- WeCom tells no capitals from small letters in a member's id, and answers in small ones now and then.
create unique index officer_wecom_members_folded on officer_wecom_members (station_id, lower(user_id));
call own_by_station('officer_wecom_members');

-- By what a session was opened: one by WeCom ends with the binding.
alter table auth.session add column proven_by text not null default 'password' check (proven_by in ('password', 'wecom'));

-- The application's number, for sign-in, the sidebar and messages to officers; and where members sign in: null for
-- the public hosts, or where the server itself stands when that is not the public one.
alter table wechat_channels add column agent_id integer check (agent_id > 0), add column login_url text;
