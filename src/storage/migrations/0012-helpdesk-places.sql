-- The helpdesk's channels: what they are called, since when the backup stands in for the other, and what was told of that.
alter table kiku.helpdesk add column name text;
alter table kiku.helpdesk add column second_name text;
alter table kiku.helpdesk add column moved_at bigint;
alter table kiku.helpdesk add column is_move_told boolean not null default true;
-- When whoever bound the channel was last told that cases stand nowhere.
alter table kiku.helpdesk add column loss_told_at bigint;

-- What an agent wrote in private is edited by its activity alone.
create index case_message_of_agent on kiku.case_message (tenant, input) where sender = 'agent' and input is not null;
