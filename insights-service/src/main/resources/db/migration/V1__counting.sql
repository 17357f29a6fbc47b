-- What customers run into: one narrow row per ticket, and the counts that follow from all of them.

-- Two topics write it, each its own columns, so their order does not matter. No text of a customer is here.
create table insights_ticket (
    ticket_id uuid primary key,
    -- told by ticket-service; null until the ticket's opening has been heard of
    number bigint,
    opened_at timestamptz,
    channel text,
    plan text,
    status text,
    desk_team text,
    assignee uuid,
    assigned_at timestamptz,
    waiting_since timestamptz,
    first_reply_at timestamptz,
    resolved_at timestamptz,
    -- told by routing-service
    read_theme text,
    routed_team text,
    -- where it counts
    theme text not null generated always as (coalesce(read_theme, 'unclassified')) stored,
    team text not null generated always as (coalesce(desk_team, routed_team, 'unrouted')) stored
) with (fillfactor = 80);

create index insights_ticket_theme on insights_ticket (theme, opened_at, ticket_id) where opened_at is not null;
create index insights_ticket_opened on insights_ticket (opened_at, ticket_id) where opened_at is not null;
create index insights_ticket_resolved on insights_ticket (resolved_at, ticket_id) where resolved_at is not null;
create index insights_ticket_waiting on insights_ticket (team, waiting_since) where waiting_since is not null;
create index insights_ticket_live on insights_ticket (opened_at, ticket_id) where status in ('open', 'in_progress', 'pending');
create index insights_ticket_replied on insights_ticket (first_reply_at, ticket_id) where first_reply_at is not null;

-- Tickets per quarter hour and per UTC day: a page adds up the few rows that cover its window.
create table insights_count (
    measure text not null, -- opened, taken, answered, resolved
    grain text not null, -- quarter, day
    starts timestamptz not null,
    theme text not null,
    team text not null,
    channel text not null,
    plan text not null,
    tickets bigint not null,
    primary key (measure, grain, starts, theme, team, channel, plan)
) with (fillfactor = 70); -- counts change in place

-- Live tickets per team. One row per partition, so that consumers of different partitions do not wait for each other.
create table insights_queue (
    team text not null,
    shard int not null,
    open bigint not null,
    unassigned bigint not null,
    pending bigint not null,
    primary key (team, shard)
) with (fillfactor = 50);

-- What codes are called, as routing-service publishes it.
create table insights_theme (
    code text primary key,
    name text not null,
    team text not null,
    version int not null
);

create table insights_team (
    code text primary key,
    name text not null
);
