-- Rebuilds of everything that is counted: into a schema of their own, which takes the place of the live tables once it has
-- caught up with them.
create table insights_rebuild (
    id uuid primary key,
    wanted_at timestamptz not null,
    wanted_by text not null,
    state text not null check (state in ('running', 'done', 'failed', 'cancelled')),
    events bigint not null default 0, -- applied so far
    of_events bigint not null default 0, -- what the live tables have heard
    ended_at timestamptz,
    message text
);

create unique index insights_rebuild_one on insights_rebuild (state) where state = 'running';
