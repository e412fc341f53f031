-- Whose helpdesk decided about a step; empty: it was decided before that was kept, and holds for every tenant until its own decides otherwise. What is
-- withdrawn follows from the latest decision; an older version that is still running reads kiku.withdrawn_step.
alter table kiku.step_decision add column tenant text not null default '';
update kiku.step_decision set tenant = (select min(tenant) from kiku.helpdesk) where (select count(*) from kiku.helpdesk) = 1;
create index step_decision_of_tenant on kiku.step_decision (tenant, step, id);
