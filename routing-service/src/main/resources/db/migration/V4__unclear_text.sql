-- Texts that no theme can be told from: they teach what to leave to a person.
create table unclear_text (
    place int primary key,
    text text not null
);
