-- What a conversation needs. Times are milliseconds since 1970, by the clock of whoever wrote.

create table kiku.person (
  tenant text not null,
  id text not null,
  revision bigint not null,
  state jsonb not null,
  address jsonb not null,
  updated_at bigint not null,
  primary key (tenant, id)
) with (fillfactor = 70);

-- The key begins with the person: an id that came back from somebody else's card finds nothing.
create table kiku.intake (
  tenant text not null,
  person text not null,
  id text not null,
  state jsonb not null,
  updated_at bigint not null,
  primary key (tenant, person, id)
) with (fillfactor = 70);

create table kiku.seen_input (
  tenant text not null,
  person text not null,
  input text not null,
  at bigint not null,
  primary key (tenant, person, input)
);

-- Messages that are saved and not yet known to be delivered, in the order of their ids within a conversation.
create table kiku.outbox (
  id bigint generated always as identity primary key,
  tenant text not null,
  person text not null,
  conversation text not null,
  address jsonb not null,
  outgoing jsonb not null,
  -- Until then nobody else may send it; 0 is free.
  lease_until bigint not null,
  attempts integer not null default 0,
  created_at bigint not null
);
-- A card is some kilobytes and lives for milliseconds: packing it costs more than the room it takes.
alter table kiku.outbox alter column outgoing set storage external;
create index outbox_conversation on kiku.outbox (conversation, id);

-- Where a posted message is, so that it can be replaced.
create table kiku.slot (
  conversation text not null,
  slot text not null,
  activity text not null,
  tenant text not null,
  person text not null,
  at bigint not null,
  primary key (conversation, slot)
);

-- Messages that were given up, and why.
create table kiku.dead_letter (
  id bigint primary key,
  tenant text not null,
  person text not null,
  conversation text not null,
  outgoing jsonb not null,
  attempts integer not null,
  why text not null,
  created_at bigint not null
);

-- What people said of steps. It holds no person; the intake's id leads nowhere once the intake is deleted.
create table kiku.report (
  id bigint generated always as identity primary key,
  step text not null,
  problem text not null,
  intake text,
  at bigint not null
);

create table kiku.advisory (
  id text primary key,
  content jsonb not null
);

-- One row: the last whole reading.
create table kiku.advisory_reading (
  one_row boolean primary key default true check (one_row),
  read_at bigint not null
);
