-- The fact that an agent asked the employee for, as long as nobody has answered.
alter table kiku.case add column asked text;
