-- The reading that last changed this advisory, so that only what is new is loaded.
alter table kiku.advisory add column contents bigint not null default 0;
