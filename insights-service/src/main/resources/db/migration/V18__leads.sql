-- What was told of a week that is over, and what became of it: with the figures that decided, so that thresholds can learn.
create table insights_lead (
    id uuid primary key,
    monday date not null,
    theme text not null,
    lane text not null check (lane in ('trend', 'high_stakes')),
    tickets bigint not null,
    before bigint not null,
    share double precision not null,
    worse boolean not null,
    retracted boolean not null default false,
    outcome text check (outcome in ('acted_on', 'dismissed')),
    judged_at timestamptz,
    unique (monday, theme)
);

create index insights_lead_judged on insights_lead (judged_at desc) where outcome is not null;
