-- Files on their way in. The chunks are encrypted, and gone once the file is done.
create table import_job (
    id uuid primary key,
    client text not null,
    format text not null,
    mapping text,
    dry_run boolean not null,
    state text not null, -- receiving, waiting, running, finished, failed
    failure text,
    bytes bigint not null default 0,
    rows_read bigint not null default 0,
    opened bigint not null default 0,
    existing bigint not null default 0,
    refused bigint not null default 0,
    owner uuid,
    lease_until timestamptz not null default '-infinity',
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz
);
create index import_job_waiting on import_job (created_at) where state in ('waiting', 'running');

create table import_chunk (
    import_id uuid not null references import_job on delete cascade,
    seq int not null,
    box bytea not null,
    primary key (import_id, seq)
);

create table import_error (
    import_id uuid not null references import_job on delete cascade,
    row bigint not null,
    seq int not null,
    field text,
    message text not null,
    primary key (import_id, row, seq)
);
