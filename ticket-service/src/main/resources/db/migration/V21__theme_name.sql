-- What to call a theme: the taxonomy as routing-service last published it. A theme that is given up keeps its name.
create table theme_name (
    code text primary key,
    name text not null,
    version int not null
);
