-- Tickets that a machine wrote, and those that go on in another one, count nowhere and stand in no list; their rows stay whole, so
-- that what is taken back counts again as it would have. What was told before of either, deploy/rebuild counts anew.
-- The columns are written and not generated: a table of millions of tickets is not rewritten.
alter table insights_ticket
    add column automatic boolean not null default false,
    add column merged boolean not null default false,
    add column counted boolean not null default true;

drop index insights_ticket_rated;
create index insights_ticket_rated on insights_ticket (opened_at) include (theme, score) where score is not null and counted;
