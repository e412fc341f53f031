-- What the helpdesk holds. Times are milliseconds since 1970, by the clock of whoever wrote.

create table kiku.case (
  tenant text not null,
  id text not null,
  person text not null,
  person_name text not null,
  language text not null,
  time_zone text,
  intake text not null,
  -- What was handed over; it never changes, but for a person who is forgotten.
  content jsonb not null,
  state text not null check (state in ('waiting-helpdesk', 'waiting-employee', 'resolved', 'withdrawn', 'closed')),
  -- 0 is urgent, 3 is low: so lists are read forwards.
  rank smallint not null check (rank between 0 and 3),
  assignee text,
  assignee_name text,
  outcome text,
  created_at bigint not null,
  respond_by bigint not null,
  responded_at bigint,
  is_reminded boolean not null,
  closes_at bigint,
  -- When something is to be done by itself: to remind, to warn, to close.
  due_at bigint,
  touched_at bigint not null,
  revision bigint not null,
  -- The channel in which its card stands or is on its way to; null: nowhere. The thread is there once the card has an id.
  channel jsonb,
  thread text,
  -- The card could not be posted: it waits until it is shown again.
  is_lost boolean not null default false,
  -- What was laid into the outbox: which revision of the card, and what it said.
  card_laid bigint not null default -1,
  card_digest text,
  card_row bigint,
  -- Ids of messages come from the first; the second counts messages and edits, of which that many were laid.
  message_last bigint not null default 0,
  said bigint not null default 0,
  said_laid bigint not null default 0,
  -- An agent's words are among what was not laid: those go to the employee even when the card stands nowhere.
  has_reply boolean not null default false,
  is_behind boolean not null generated always as (
    (card_laid < revision and not is_lost) or (said_laid < said and (thread is not null or has_reply))
  ) stored,
  primary key (tenant, id)
) with (fillfactor = 70);
create unique index case_of_person on kiku.case (tenant, person) where state in ('waiting-helpdesk', 'waiting-employee') and person <> '';
create index case_person on kiku.case (tenant, person);
create index case_open on kiku.case (tenant, rank, respond_by, id) where state in ('waiting-helpdesk', 'waiting-employee');
create index case_mine on kiku.case (tenant, assignee, rank, respond_by, id) where state in ('waiting-helpdesk', 'waiting-employee');
create index case_overdue on kiku.case (tenant, respond_by, id) where state = 'waiting-helpdesk' and responded_at is null;
create index case_behind on kiku.case (touched_at) where is_behind;
create index case_due on kiku.case (due_at) where due_at is not null;
create index case_thread on kiku.case (tenant, thread) where thread is not null;
create index case_lost on kiku.case (tenant) where is_lost;

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
  -- Grows with each edit; which of them was laid into the outbox.
  edition integer not null default 0,
  laid integer not null default -1,
  primary key (tenant, case_id, id)
);
create unique index case_message_input on kiku.case_message (tenant, case_id, input) where input is not null;
create index case_message_behind on kiku.case_message (tenant, case_id, id) where laid < edition;

-- The channel that was the helpdesk's before: it is again when the other one is gone.
alter table kiku.helpdesk add column second jsonb;

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
