-- What routing knows of each ticket, and where it sent it. Texts stay sealed; nothing here names a person.
create table routing_ticket (
    ticket_id uuid primary key,
    number bigint not null,
    opened_at timestamptz not null,
    requester_id uuid not null,
    account_id text,
    plan text,
    big_customer boolean not null,
    channel text not null,
    priority text not null,
    tags text[] not null,
    product_area text,
    message_id uuid not null,
    subject_box text not null,
    description_box text not null,
    imported boolean not null,
    correlation_id text not null,
    causation_id uuid not null, -- the opening event
    traceparent text,
    -- where it stands
    waiting boolean not null default true, -- neither resolved nor closed
    assigned_team text,
    assignee_id uuid,
    assignment_revision int not null default 0,
    assigned_by_routing boolean not null default false,
    -- what was decided; null while its text waits to be read
    lane text,
    team text,
    best_team text,
    confidence double precision,
    decided_by text,
    rule text,
    theme text,
    decided_at timestamptz
) with (fillfactor = 80);
create index routing_ticket_triage on routing_ticket (opened_at, ticket_id) where lane = 'triage' and waiting;

-- Texts that wait to be read: live ones first, then imported ones. A reader claims a few for a short while.
create table routing_reading (
    ticket_id uuid primary key references routing_ticket,
    imported boolean not null,
    queued_at timestamptz not null default clock_timestamp(),
    claimed_until timestamptz not null default '-infinity'
);
create index routing_reading_order on routing_reading (imported, queued_at);

-- Commands for ticket-service, written with the decision that wants them and sent in order. Sent ones are kept for a
-- while: an assignment that names one as its cause is our own.
create table routing_command (
    id uuid primary key,
    place bigint generated always as identity,
    ticket_id uuid not null,
    team text not null,
    assignment_revision int not null,
    reason text,
    actor text not null,
    correlation_id text not null,
    causation_id text,
    traceparent text,
    queued_at timestamptz not null default clock_timestamp(),
    sent_at timestamptz
);
create index routing_command_unsent on routing_command (place) where sent_at is null;
create index routing_command_sent on routing_command (sent_at) where sent_at is not null;

-- What people read and edit.
create table team (
    code text primary key,
    place int not null,
    name text not null,
    description text not null,
    target_minutes int not null,
    members jsonb not null
);
create table theme (
    code text primary key,
    place int not null,
    name text not null,
    team text not null references team,
    description text not null,
    phrasings jsonb not null
);
create table rule (
    id text primary key,
    place int not null,
    name text not null,
    condition jsonb not null,
    team text not null references team
);
create table shipped (
    what text primary key, -- teams, taxonomy, rules
    version int not null
);
