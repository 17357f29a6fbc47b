-- How often a measure's counts of a UTC day have changed: who remembers their sums asks it whether these still hold. One row
-- per partition, as in insights_queue; a day that is absent has not changed since this table exists.
create table insights_day_version (
    measure text not null,
    day timestamptz not null,
    shard int not null,
    version bigint not null,
    changed_at timestamptz not null default clock_timestamp(),
    primary key (measure, day, shard)
) with (fillfactor = 50);
