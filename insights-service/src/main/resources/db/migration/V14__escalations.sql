-- What support says it can't resolve, and why. Nothing was told of it before: what is counted needs no reading again.
alter table insights_ticket
    add column escalated_at timestamptz,
    add column escalation text;
create index insights_ticket_escalated on insights_ticket (escalated_at, ticket_id) where escalated_at is not null;
