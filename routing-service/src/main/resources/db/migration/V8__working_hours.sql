-- When a person works, by the wall clock of their zone.
alter table team_member
    add hours jsonb not null default '[{"days": ["mon", "tue", "wed", "thu", "fri"], "from": "09:00", "to": "17:00"}]';
