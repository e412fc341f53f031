-- Where the person is reached: null as long as they have written in channels only.
alter table kiku.person alter column address drop not null;
