-- The journal: facts in dense, per-slot order. A slot is one partition of one topic of ours.

create table journal_event (
    topic text not null,
    partition int not null,
    position bigint not null,
    stream_id text not null,
    version bigint not null,
    event_id uuid not null,
    type text not null,
    data bytea not null,
    meta text not null, -- actor, correlation and causation as CloudEvents extensions, JSON
    occurred_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (topic, partition, position),
    unique (topic, partition, stream_id, version) -- a stream lives in one slot, so this is unique (stream_id, version)
) partition by list (partition);

-- One row per stream: its head, its snapshot, and whatever columns the service adds for its lists.
create table journal_stream (
    stream_id text primary key,
    version bigint not null,
    state jsonb not null
) with (fillfactor = 80);

-- What has been asked with an idempotency key: enough to render the answer again, never a body.
create table journal_request (
    client text not null,
    key text not null,
    fingerprint text not null,
    status int not null,
    stream_id text not null,
    version bigint not null,
    at timestamptz not null default clock_timestamp(),
    primary key (client, key)
);
create index journal_request_at on journal_request (at);

-- Natural keys, such as (source, external id): one stream each, for ever.
create table journal_key (
    scope text not null,
    key text not null,
    stream_id text not null,
    primary key (scope, key)
);

-- Where the relay stands in each slot, who drives it, and since which fence.
create table journal_relay (
    topic text not null,
    partition int not null,
    owner text,
    fence bigint not null default 0,
    lease_until timestamptz not null default '-infinity',
    relayed bigint not null default 0,
    primary key (topic, partition)
);

-- Where each consumer stands in each partition: the position last applied, and the offset to go on from.
create table journal_inbox (
    consumer text not null,
    topic text not null,
    partition int not null,
    offset_ bigint not null,
    position bigint not null,
    gap_since timestamptz, -- set while a later position was seen and the next one is still missing
    primary key (consumer, topic, partition)
);

-- Records that failed alone, and what came after them in their stream.
create table journal_parked (
    consumer text not null,
    topic text not null,
    partition int not null,
    position bigint not null,
    offset_ bigint not null,
    stream_id text not null,
    headers jsonb not null,
    data bytea not null,
    error text not null, -- the exception's type and code, never its text: that may quote a customer
    parked_at timestamptz not null default clock_timestamp(),
    primary key (consumer, topic, partition, offset_)
);
create index journal_parked_stream on journal_parked (consumer, stream_id);

-- The keys of the people in our events, as the key topic tells them; key is null once the person is erased.
create table journal_subject_key (
    subject uuid primary key,
    wrapped bytea,
    published boolean not null default true -- false: created here, not yet on the topic
);
create index journal_subject_key_unpublished on journal_subject_key (subject) where not published;
