-- Every row of a station that is checked against the station's one row locks it: writers that do nothing in common then
-- share a lock and its bookkeeping (measured: a tenth of what opening a case costs). The policy already admits only the
-- station of the transaction, so the tables that grow by the minute go without, as events do.
alter table audit_seals drop constraint audit_seals_station_id_fkey;
alter table contacts drop constraint contacts_station_id_fkey;
alter table conversations drop constraint conversations_station_id_fkey;
alter table cases drop constraint cases_station_id_fkey;
