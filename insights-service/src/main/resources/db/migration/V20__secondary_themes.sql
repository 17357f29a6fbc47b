-- What else a ticket is about, beside its main theme. Of those that were classified before, deploy/rebuild reads it.
alter table insights_ticket add column read_secondary text[] not null default '{}';

create index insights_ticket_secondary on insights_ticket using gin (read_secondary) where read_secondary <> '{}';
