-- How much may still be sent to one conversation, shared by all instances: within seconds, and within an hour. One that is not here may be sent all of it.
create table kiku.pace (
  conversation text primary key,
  tokens double precision not null,
  hour double precision not null,
  at bigint not null
) with (fillfactor = 50);
create index pace_at on kiku.pace (at);

-- While people's words wait for tokens, alerts are held.
alter table kiku.bucket add column held_until bigint not null default 0;

-- The order in the outbox is that of `conversation`, which for the card of a case is a name of its own; where it goes stands in the address.
-- A card that is only put up to date lets new ones and words go first.
alter table kiku.outbox add column is_update boolean not null default false;
