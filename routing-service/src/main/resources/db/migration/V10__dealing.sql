-- Who gets a ticket in its team.
alter table team
    drop column target_minutes, -- what is promised is the time policy's
    add dealing text not null default 'balanced',
    add relax_minutes int not null default 30,
    add return_minutes int not null default 30,
    add dealt_last uuid; -- the person whose turn it was
alter table team_member
    add capacity int not null default 20,
    add skills text[] not null default '{}';
create table presence (
    person_id uuid primary key,
    present boolean not null,
    since timestamptz not null
);
create table person_name (
    person_id uuid primary key,
    name text not null -- stays in this database: events name nobody
);
create table departed (
    person_id uuid primary key, -- of no team now
    at timestamptz not null
);
alter table routing_command
    add assignee_id uuid,
    alter team drop not null;
alter table routing_ticket
    add assigned_at timestamptz,
    -- the assignment on which routing itself last asked for a person, or took one away
    add dealt_revision int,
    add dealt_to uuid,
    add handed_on int not null default 0,
    add handed_on_at timestamptz;
create index routing_ticket_open on routing_ticket (assigned_team, assignee_id) where waiting;
create index routing_ticket_handed_on on routing_ticket (handed_on_at) where handed_on_at is not null;
create index routing_ticket_moved on routing_ticket (decided_at) where decided_by = 'agent';
