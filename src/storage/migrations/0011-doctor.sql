-- What one instance looked at lately, so that the others need not.
create table kiku.look (
  what text primary key,
  at bigint not null
);

-- What the helpdesk has been warned of, each once.
create table kiku.warning (
  what text primary key,
  at bigint not null
);
