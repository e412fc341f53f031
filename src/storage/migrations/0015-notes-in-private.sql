-- What an agent noted down in private is edited by its activity alone.
create index case_message_of_note on kiku.case_message (tenant, input) where sender = 'event' and input is not null;
