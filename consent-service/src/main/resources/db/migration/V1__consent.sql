-- What lists are read by: written with the events, so never behind.
alter table journal_stream
    add column ticket_id uuid,
    add column requester_id uuid,
    add column consent_status text,
    add column ends_at timestamptz, -- when it ends if nobody does anything; null once it has
    add column changed_at timestamptz,
    add column released int,
    add column story_ids uuid[];
create index consent_of_ticket on journal_stream (ticket_id);
create index consent_ending on journal_stream (ends_at) where ends_at is not null;
create index consent_recent on journal_stream (changed_at desc, stream_id desc);
create index consent_with_story on journal_stream using gin (story_ids);
create index consent_telling on journal_stream (changed_at desc) where released > 0;

-- Tickets as their events tell them. Words are in sealed boxes: this table can be read by anybody and says nothing.
create table known_ticket (
    ticket_id uuid primary key,
    number bigint not null,
    requester_id uuid not null,
    account_id text,
    industry text,
    size text,
    source text,
    external_id text,
    resolution text,
    opened_at timestamptz not null,
    message_id uuid not null,
    subject_box text not null,
    requester_box text not null
);
create index known_ticket_external on known_ticket (source, external_id) where external_id is not null;

create table known_message (
    ticket_id uuid not null,
    message_id uuid not null,
    by_customer boolean not null,
    body_box text not null,
    at timestamptz not null,
    primary key (ticket_id, message_id)
);

-- Apart from known_ticket, since it comes from another topic and may come first.
create table ticket_theme (
    ticket_id uuid primary key,
    theme text not null
);

-- A customer's link. Only the hash of its token is kept: who reads this table cannot answer for anybody.
create table consent_link (
    token_hash text primary key,
    request_id uuid not null,
    issued_at timestamptz not null,
    voided_at timestamptz
);
create index consent_link_request on consent_link (request_id);

-- Answers of the past, as told; applied once their ticket is known, which may be later.
create table imported_answer (
    id bigint generated always as identity primary key,
    source text not null,
    external_id text not null,
    answer text not null,
    scopes text not null, -- codes, comma between
    how text not null,
    until timestamptz,
    at timestamptz not null,
    noted_at timestamptz not null,
    outcome text not null default 'waiting' check (outcome in ('waiting', 'applied', 'refused')),
    reason text, -- code of the refusal
    unique (source, external_id, answer, at)
);
create index imported_answer_waiting on imported_answer (source, external_id) where outcome = 'waiting';
