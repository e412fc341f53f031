-- Who of the helpdesk is named on new cases.
create table kiku.on_call (
  tenant text primary key,
  agent text not null,
  agent_name text not null,
  by_id text not null,
  at bigint not null
);
create index report_step on kiku.report (step, at);
