-- What the organisation has on file of whoever a case is about, and when that is to be asked next: at once of a new case, of an old one not at all.
alter table kiku.case add column registered jsonb;
alter table kiku.case add column look_at bigint;
alter table kiku.case alter column look_at set default 0;
alter table kiku.case add column looks integer not null default 0;
create index case_look on kiku.case (look_at) where look_at is not null and thread is not null;
