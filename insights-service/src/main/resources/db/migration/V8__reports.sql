-- Reports of weeks and months, frozen with the tickets that their numbers come from.
create table insights_report (
    id uuid primary key,
    kind text not null, -- week, month
    period text not null,
    from_time timestamptz not null,
    to_time timestamptz not null,
    written_at timestamptz not null,
    written_by text not null,
    given text not null, -- JSON, and so are the next two
    figures text not null,
    quotes text not null, -- each sealed under the key of who wrote it
    evidence bytea not null, -- CSV, gzip
    evidence_hash text not null,
    revision int not null,
    shares text not null, -- of the key to the documents: it is gone with the first of those who are quoted that is erased
    html bytea not null,
    markdown bytea not null,
    pdf bytea not null,
    unique (kind, period)
);

-- SHA-256 of the documents as they were first written, and each time that a quote had to go.
create table insights_report_revision (
    report_id uuid not null references insights_report,
    revision int not null,
    written_at timestamptz not null,
    note text not null,
    html_hash text not null,
    markdown_hash text not null,
    pdf_hash text not null,
    primary key (report_id, revision)
);
