-- Which tickets of a reading list somebody has read.
create table insights_read (
    person_id uuid not null,
    ticket_id uuid not null,
    read_at timestamptz not null,
    primary key (person_id, ticket_id)
);
