-- When something was last told of a day: pages that show it follow.
alter table insights_help_day add column told_at timestamptz not null default now();
