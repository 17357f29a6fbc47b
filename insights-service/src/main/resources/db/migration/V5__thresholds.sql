-- From when on a theme is newsworthy: every version that ever was in force. Version 0 is shipped and has no row.
create table insights_threshold (
    version int primary key,
    share double precision not null,
    growth double precision not null,
    new_from int not null,
    fewest_rated int not null,
    changed_by text not null,
    changed_at timestamptz not null
);

create index insights_ticket_rated on insights_ticket (opened_at) include (theme, score) where score is not null;
