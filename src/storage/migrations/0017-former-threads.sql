-- Where the card of a case stood before it came to stand elsewhere: what the helpdesk still writes there belongs to the case.
create table kiku.former_thread (
  tenant text not null,
  conversation text not null,
  case_id text not null,
  primary key (tenant, conversation)
);
create index former_thread_case on kiku.former_thread (tenant, case_id);
