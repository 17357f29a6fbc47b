-- What lists of tickets filter and sort by: written with the events, so a list is never behind.
alter table journal_stream
    add column number bigint,
    add column status text,
    add column requester_id uuid,
    add column team text,
    add column assignee_id uuid,
    add column priority text,
    add column tags text[],
    add column channel text,
    add column created_at timestamptz,
    add column updated_at timestamptz;

-- Streams of refused assignments have no number: they are no tickets, and stand in none of these indexes.
create unique index ticket_number_once on journal_stream (number) where number is not null;
create index ticket_created on journal_stream (created_at, stream_id) where number is not null;
create index ticket_updated on journal_stream (updated_at, stream_id) where number is not null;
create index ticket_priority on journal_stream (priority, stream_id) where number is not null;
create index ticket_requester on journal_stream (requester_id, created_at) where number is not null;
create index ticket_assignee on journal_stream (assignee_id, updated_at) where assignee_id is not null;
create index ticket_queue on journal_stream (team, created_at) where status in ('open', 'in_progress', 'pending');
create index ticket_resolved on journal_stream (updated_at) where status = 'resolved';
create index ticket_tags on journal_stream using gin (tags) where number is not null;

-- Human numbers, drawn in blocks; those below belong to tickets taken over from elsewhere.
create sequence ticket_number start 100001 increment 500;

-- What other services found out about a ticket, as its page and lists show it.
create table ticket_shown (
    ticket_id uuid primary key,
    theme text,
    secondary text[],
    confidence double precision,
    lane text,
    best_team text,
    decided_by text,
    consent text,
    consent_scopes text[],
    consent_until timestamptz,
    consent_at timestamptz,
    consent_request uuid
);
