-- What is known of a ticket's theme, so that a change of the taxonomy finds what to read again.
alter table routing_ticket
    add theme_confidence double precision,
    add theme_by_person boolean not null default false;
update routing_ticket r set theme_confidence = (convert_from(e.data, 'UTF8')::json ->> 'confidence')::float8
    from journal_event e where e.type = 'groundswell.routing.classified.v1' and e.stream_id = r.ticket_id::text;
create index routing_ticket_unclear on routing_ticket (opened_at) where theme_confidence < 0.5;

-- Imported texts wait behind live ones, and so do those that are read again: by a model of that taxonomy or a later one.
-- No foreign key: checking it would wait for whoever holds the ticket.
alter table routing_reading rename column imported to can_wait;
alter table routing_reading
    drop constraint routing_reading_ticket_id_fkey,
    add taxonomy_version int not null default 0,
    add again int not null default 0; -- the taxonomy that came while it waited for its first reading
