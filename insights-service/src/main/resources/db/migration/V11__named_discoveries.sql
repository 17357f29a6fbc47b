-- What people made of a discovery: a theme of its own, or part of one that there was.
alter table insights_discovery
    drop constraint insights_discovery_state_check,
    add check (state in ('open', 'dismissed', 'adopted', 'merged')),
    add theme text, -- what its tickets are about, where somebody has said so
    add check ((theme is not null) = (state in ('adopted', 'merged')));
