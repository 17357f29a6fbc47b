-- Which ticket goes on in this one's place. Of one that is merged no queue is longer.
alter table journal_stream add merged_into uuid;
create index ticket_merged on journal_stream (merged_into) where merged_into is not null;
