-- Surges as last found; what is published of them is the difference between two findings.
create table insights_surge (
    id uuid primary key,
    kind text not null, -- theme, tag, all
    code text not null,
    began timestamptz not null,
    opened timestamptz not null,
    unusual_to timestamptz not null,
    peak_at timestamptz not null,
    peak int not null,
    seen int not null,
    expected double precision not null,
    closed boolean not null,
    customers int not null
);

create index insights_surge_opened on insights_surge (opened desc);
create index insights_surge_ongoing on insights_surge (opened) where not closed;
create index insights_surge_code on insights_surge (kind, code, opened desc);

-- How far it was searched. Two replicas may search at once: the first to finish counts, by this version.
create table insights_surge_search (
    only_one boolean primary key default true check (only_one),
    version bigint not null default 0,
    looked_to timestamptz,
    past_from timestamptz -- the past is to be searched again from here; null where nothing is
);

insert into insights_surge_search default values;
