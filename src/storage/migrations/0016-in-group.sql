-- When a person was seen last in the group of employees that may use Kiku; null where no group is named.
alter table kiku.person add column in_group_at bigint;
