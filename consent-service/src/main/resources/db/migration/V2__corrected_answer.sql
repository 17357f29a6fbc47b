-- A row told again with other scopes or another end is another answer, not a copy.
alter table imported_answer drop constraint imported_answer_source_external_id_answer_at_key;
alter table imported_answer
    add constraint imported_answer_once unique nulls not distinct (source, external_id, answer, scopes, until, at);
