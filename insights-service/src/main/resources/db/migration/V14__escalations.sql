-- What support says it can't resolve, and why. Where ticket-service was the first to know of it, deploy/rebuild counts what was
-- told meanwhile.
alter table insights_ticket
    add column escalated_at timestamptz,
    add column escalation text;
create index insights_ticket_escalated on insights_ticket (escalated_at, ticket_id) where escalated_at is not null;
