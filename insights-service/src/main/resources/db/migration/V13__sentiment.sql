-- In which mood a ticket was opened, as it was read once; null until it is.
alter table insights_text
    add sentiment text check (sentiment in ('upset', 'neutral', 'pleased', 'unknown')),
    add heard_at timestamptz not null default now();
create index insights_text_unjudged on insights_text (written_at, ticket_id)
    where subject_box is not null and sentiment is null;
