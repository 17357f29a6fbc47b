-- Which replicas are alive, on the database's clock: a relay takes its fair share of the slots among them.
create table journal_instance (
    topic text not null,
    owner text not null,
    alive_until timestamptz not null,
    primary key (topic, owner)
);

-- Why appends to the slot are refused (its topic is ahead of this database); null when all is well.
alter table journal_relay add column refused text;

-- Whether the partition's records carry dense positions, decided by the first one seen; otherwise offsets count.
alter table journal_inbox add column positioned boolean not null default true;

-- Both are updated many times a second: room on the page keeps the updates out of the indexes.
alter table journal_relay set (fillfactor = 50);
alter table journal_inbox set (fillfactor = 50);
