-- A person belongs to exactly one team: the key says so, whoever writes.
create table team_member (
    person_id uuid primary key,
    team text not null references team,
    time_zone text not null
);
create index team_member_team on team_member (team);
insert into team_member (person_id, team, time_zone)
    select (m ->> 'id')::uuid, t.code, m ->> 'timeZone' from team t, jsonb_array_elements(t.members) m
    order by t.place
    on conflict do nothing;
alter table team drop column members;
