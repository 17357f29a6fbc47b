-- Counts are told apart by first and repeat too, reopenings and tags are counted, and merged themes are restated.
-- What is counted follows from the topics alone: they are read again from their start.

truncate insights_ticket, insights_count, insights_queue;
delete from journal_parked where consumer in ('insights-counts-tickets', 'insights-counts-routing');
delete from journal_inbox where consumer in ('insights-counts-tickets', 'insights-counts-routing');

alter table insights_ticket
    add column requester_id uuid,
    add column history text,
    add column tags text[],
    add column reopened_at timestamptz[],
    add column score smallint; -- what the customer gave the answer

create index insights_ticket_tags on insights_ticket using gin (tags);
create index insights_ticket_reopened on insights_ticket (opened_at) where cardinality(reopened_at) > 0;

alter table insights_count
    add column history text not null, -- first, repeat, unknown
    drop constraint insights_count_pkey,
    add primary key (measure, grain, starts, theme, team, channel, plan, history);

-- Opened tickets per tag and quarter hour.
create table insights_tag_count (
    tag text not null,
    starts timestamptz not null,
    tickets bigint not null,
    primary key (starts, tag)
) with (fillfactor = 70);

-- Themes that were merged, by the theme that their tickets count under now.
create table insights_theme_successor (
    code text primary key,
    successor text not null
);

-- How far back numbers of opened tickets have changed since somebody last looked. One row per partition, as in insights_queue.
create table insights_count_change (
    shard int primary key,
    since timestamptz not null,
    changes bigint not null
) with (fillfactor = 50);
