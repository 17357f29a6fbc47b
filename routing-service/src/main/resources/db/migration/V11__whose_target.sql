-- Attainment is of the team that had the ticket when its time ended, not of whoever has it now.
alter table time_target add team text;
update time_target t set team = r.assigned_team from routing_ticket r
    where r.ticket_id = t.ticket_id and t.ended_at is not null;
