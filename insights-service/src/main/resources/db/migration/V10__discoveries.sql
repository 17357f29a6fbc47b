-- Themes that nobody has named yet: tickets whose text is unclear to routing-service, in groups that say the same.

-- How sure routing-service is of a ticket's theme. Tickets heard of before this take no part: their beginnings were kept only
-- where they carry a cue.
alter table insights_ticket add read_confidence double precision;
create index insights_ticket_unclear on insights_ticket (opened_at) where read_confidence < 0.5;

create index insights_text_opening on insights_text (ticket_id) where subject_box is not null;

-- What a model sees of a text, sealed under the key of who wrote it: nothing is embedded twice.
create table insights_encoded (
    ticket_id uuid primary key,
    requester_id uuid not null,
    model text not null,
    box text not null
);

create table insights_discovery (
    id uuid primary key,
    state text not null check (state in ('open', 'dismissed')),
    words text[] not null, -- each of several customers
    tickets int not null,
    customers int not null,
    first_at timestamptz not null, -- its oldest ticket's opening
    last_at timestamptz not null,
    decided_tickets int, -- how many it had when it was dismissed
    version int not null
);

create table insights_discovery_ticket (
    ticket_id uuid primary key,
    discovery_id uuid not null references insights_discovery on delete cascade,
    typicality double precision not null -- how near to the middle of its group, up to 1
);

create index insights_discovery_ticket_of on insights_discovery_ticket (discovery_id, typicality desc, ticket_id);
