-- What every instance looks at to see that another has read.

-- Null as long as only a failure is known.
alter table kiku.advisory_reading alter column read_at drop not null;
alter table kiku.advisory_reading add column is_failing boolean not null default false;
-- The revision that last changed an advisory on the shelf.
alter table kiku.advisory_reading add column contents bigint not null default 0;
