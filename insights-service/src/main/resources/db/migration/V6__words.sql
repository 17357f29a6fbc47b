-- What customers' sentences give away, in codes; and the sealed texts they stand in, of which a quote is opened when it is
-- shown. An erased customer's box can't be opened by anybody.
create table insights_text (
    message_id uuid primary key,
    ticket_id uuid not null,
    requester_id uuid not null,
    subject_box text, -- an opening has one
    body_box text not null,
    written_at timestamptz not null
);

create index insights_text_ticket on insights_text (ticket_id);

create table insights_cue (
    message_id uuid not null references insights_text,
    cue text not null,
    sentence int not null,
    ticket_id uuid not null,
    written_at timestamptz not null,
    primary key (message_id, cue)
);

create index insights_cue_when on insights_cue (written_at);
create index insights_cue_written on insights_cue (cue, written_at desc, message_id);

-- Whose words they are: name, mail, company, sealed; so that they can be taken out of a quote.
create table insights_requester (
    ticket_id uuid primary key,
    message_id uuid not null,
    requester_id uuid not null,
    requester_box text not null
);
