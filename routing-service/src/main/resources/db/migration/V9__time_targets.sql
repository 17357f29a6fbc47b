-- One ticket's clock: what happened to it as far as time targets care, and what follows from that. Locked by whoever
-- measures it; next_at is its timer.
create table target_clock (
    ticket_id uuid primary key,
    partition int not null, -- of ticket.events.v1
    plan text,
    priority text not null, -- as it was opened
    opened_at timestamptz not null,
    policy_version int not null,
    facts jsonb not null,
    status text not null,
    due_at timestamptz, -- the earliest time by which something is still to be done
    due_target text,
    at_risk boolean not null,
    breached boolean not null,
    unanswered_since timestamptz,
    next_at timestamptz
) with (fillfactor = 70);
create index target_clock_next on target_clock (next_at) where next_at is not null;
-- Queues are counted every second or so, and most tickets are done.
create index target_clock_open on target_clock (ticket_id) include (status, due_at, at_risk, breached, unanswered_since)
    where status not in ('resolved', 'closed');

-- Each target as it was told last.
create table time_target (
    ticket_id uuid not null,
    target text not null,
    cycle int not null,
    priority text not null,
    plan text,
    started_at timestamptz not null,
    due_at timestamptz,
    status text not null, -- running, met, breached, cancelled
    ended_at timestamptz,
    warned boolean not null,
    primary key (ticket_id, target, cycle)
);
create index time_target_ended on time_target (ended_at) where ended_at is not null;
