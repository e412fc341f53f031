-- What the helpdesk holds. Times are milliseconds since 1970, by the clock of whoever wrote.

create table kiku.case (
  tenant text not null,
  id text not null,
  person text not null,
  -- The whole case; the columns beside it are what is looked for.
  content jsonb not null,
  state text not null check (state in ('waiting-helpdesk', 'waiting-employee', 'resolved', 'withdrawn', 'closed')),
  priority smallint not null,
  assignee text,
  created_at bigint not null,
  respond_by bigint not null,
  responded_at bigint,
  -- When something is to be done by itself: to remind, to warn, to close.
  due_at bigint,
  touched_at bigint not null,
  revision bigint not null,
  -- The thread of its card in the helpdesk's channel; null as long as the card has no id.
  thread text,
  -- What was laid into the outbox: which revision of the card, and up to which message.
  card_laid bigint not null default -1,
  message_laid bigint not null default 0,
  message_last bigint not null default 0,
  primary key (tenant, id)
) with (fillfactor = 70);
create unique index case_of_person on kiku.case (tenant, person) where state in ('waiting-helpdesk', 'waiting-employee');
create index case_open on kiku.case (tenant, priority desc, respond_by, id) where state in ('waiting-helpdesk', 'waiting-employee');
create index case_mine on kiku.case (tenant, assignee, priority desc, respond_by, id) where state in ('waiting-helpdesk', 'waiting-employee');
create index case_pending on kiku.case (touched_at) where card_laid < revision or message_laid < message_last;
create index case_due on kiku.case (due_at) where due_at is not null;
create index case_thread on kiku.case (tenant, thread) where thread is not null;

create table kiku.case_message (
  tenant text not null,
  case_id text not null,
  id bigint not null,
  sender text not null check (sender in ('employee', 'agent', 'event')),
  by_name text not null,
  body text not null,
  -- The id of the activity, where it came from one; edits and deletions name it.
  input text,
  at bigint not null,
  primary key (tenant, case_id, id)
);
create unique index case_message_input on kiku.case_message (tenant, case_id, input) where input is not null;

-- Steps that the helpdesk has withdrawn for everybody, and every decision about that.
create table kiku.withdrawn_step (
  step text primary key,
  by_id text not null,
  by_name text not null,
  at bigint not null
);
create table kiku.step_decision (
  id bigint generated always as identity primary key,
  step text not null,
  is_withdrawn boolean not null,
  by_id text not null,
  by_name text not null,
  at bigint not null
);
