-- Launches and fixes, as people and release systems note them.
create table insights_marker (
    id uuid primary key,
    kind text not null check (kind in ('launch', 'fix')),
    name text not null,
    happened_at timestamptz not null,
    themes text[] not null,
    noted_by text not null,
    noted_at timestamptz not null,
    version int not null,
    unique (kind, name, happened_at) -- a release system that posts again adds nothing
);

create index insights_marker_happened on insights_marker (kind, happened_at desc);

-- What was last told of an effect on a theme; on all of a fix's themes together where the theme is empty.
create table insights_effect_told (
    marker_id uuid not null references insights_marker on delete cascade,
    theme text not null,
    verdict text not null,
    primary key (marker_id, theme)
);
