-- What is known of a ticket's theme, so that a change of the taxonomy finds what to read again.
alter table routing_ticket
    add theme_confidence double precision, -- null where it was read before this was kept
    add theme_by_person boolean not null default false;
create index routing_ticket_unclear on routing_ticket (opened_at) where theme_confidence < 0.5;

-- Imported texts wait behind live ones, and so do those that are read again: by a model of that taxonomy or a later one.
alter table routing_reading rename column imported to can_wait;
alter table routing_reading add taxonomy_version int not null default 0;
