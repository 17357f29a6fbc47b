-- What to call the people who work on tickets: names of our own staff, as their tokens say them.
create table colleague (
    id uuid primary key,
    name text not null,
    role text not null
);
