-- What people have said of where tickets belong, until its text is encoded and it is on the ledger.
create table routing_label (
    ticket_id uuid primary key references routing_ticket,
    verdict text not null,
    team text not null,
    theme text,
    actor text not null,
    correlation_id text not null,
    causation_id text,
    traceparent text,
    queued_at timestamptz not null default clock_timestamp(),
    claimed_until timestamptz not null default '-infinity'
);
create index routing_label_order on routing_label (queued_at);

-- Vectors of the taxonomy's own phrasings, embedded once for all replicas: a model learnt again from them is the same to
-- the bit, on whatever processor.
create table phrasing_vector (
    model text not null,
    digest text not null, -- SHA-256 of the phrasing
    vector bytea not null,
    primary key (model, digest)
);
