-- What a customer last said of the words they wrote in a ticket: whether they took back what they had allowed.
create table insights_withdrawal (
    ticket_id uuid not null,
    requester_id uuid not null,
    withdrawn boolean not null,
    at timestamptz not null,
    primary key (ticket_id, requester_id)
);
