-- The language in which the channel of the helpdesk, and its backup, was named; null: it was named before that was kept, and has the usual one.
alter table kiku.helpdesk add column language text check (language in ('en', 'ja'));
alter table kiku.helpdesk add column second_language text check (second_language in ('en', 'ja'));
