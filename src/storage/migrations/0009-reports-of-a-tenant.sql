-- Whose helpdesk a report is for. Of an old one the intake tells, or that there is only one tenant; where neither does it stays empty, and nobody is shown it.
alter table kiku.report add column tenant text not null default '';
update kiku.report r set tenant = i.tenant from kiku.intake i where i.id = r.intake;
update kiku.report set tenant = (select min(tenant) from kiku.person)
where tenant = '' and (select count(distinct tenant) from kiku.person) = 1;
create index report_of_tenant on kiku.report (tenant, step, at);
drop index kiku.report_step;
