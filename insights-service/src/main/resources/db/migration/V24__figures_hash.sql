-- SHA-256 of the frozen figures: what was left out of them afterwards would not show in a recount of what is still there. Null for reports
-- that were written before.
alter table insights_report add column figures_hash text;
