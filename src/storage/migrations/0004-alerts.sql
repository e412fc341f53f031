-- Telling people of advisories. Times are milliseconds since 1970, by the clock of whoever wrote.

-- Why this person cannot be reached; null again as soon as they write.
alter table kiku.person add column unreachable text;

-- One change of one advisory, told in one tenant.
create table kiku.fan_out (
  id bigint generated always as identity primary key,
  tenant text not null,
  advisory text not null,
  content jsonb not null,
  transitions jsonb not null,
  control text not null default 'running' check (control in ('running', 'paused', 'cancelled')),
  fault text,
  sentence jsonb,
  edition integer not null default 1,
  starts_at bigint not null,
  created_at bigint not null,
  -- Where planning stands, so that another process can go on with it.
  planning jsonb,
  planned_at bigint,
  ended_at bigint
);
create index fan_out_open on kiku.fan_out (tenant, id) where ended_at is null;
create index fan_out_advisory on kiku.fan_out (tenant, advisory, id);

-- The outbox of alerts: one row for each person, advisory and part, which the latest fan-out owns.
create table kiku.alert (
  tenant text not null,
  person text not null,
  advisory text not null,
  part text not null check (part in ('card', 'question')),
  fan_out bigint not null,
  -- The edition that stands in the chat.
  edition integer not null default 0,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'skipped')),
  reason text not null,
  intake text,
  grade text,
  due_at bigint not null,
  lease_until bigint not null default 0,
  -- The card in the chat, and in which chat.
  activity text,
  conversation text,
  attempts integer not null default 0,
  doubts integer not null default 0,
  repairs integer not null default 0,
  why text,
  sent_at bigint,
  primary key (tenant, person, advisory, part)
) with (fillfactor = 70);
-- By fan-out: what is paused, or not begun, then stands in nobody's way.
create index alert_due on kiku.alert (fan_out, due_at, person) where state = 'waiting';
create index alert_fan_out on kiku.alert (fan_out, state);

-- How much may be sent to a tenant, shared by all instances.
create table kiku.bucket (
  name text primary key,
  tokens double precision not null,
  at bigint not null,
  closed_until bigint not null default 0,
  -- Counts the claims: one that waited for another sees that what it read is of before.
  revision bigint not null default 0
);

-- What was asked of Microsoft Graph of late, shared by all instances.
create table kiku.graph_request (
  id bigint generated always as identity primary key,
  at bigint not null
);
create index graph_request_at on kiku.graph_request (at);
create table kiku.graph_rest (one_row boolean primary key default true check (one_row), until bigint not null);

-- How far Service Health was read. Advanced together with what was read, and only then.
alter table kiku.advisory_reading add column watermarks jsonb not null default '{}';
alter table kiku.advisory_reading add column reconciled_at bigint;
alter table kiku.advisory_reading add column revision bigint not null default 0;

-- Where the helpdesk of a tenant is.
create table kiku.helpdesk (
  tenant text primary key,
  address jsonb not null,
  bound_by text not null,
  at bigint not null
);
