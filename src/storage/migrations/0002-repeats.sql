-- What was answered in place to a tap: the same tap once more is answered the same.
alter table kiku.seen_input add column answer jsonb;

-- How many of the attempts may have arrived.
alter table kiku.outbox add column doubts integer not null default 0;
