-- When somebody last read something: pages ask for it once a second.
create index insights_read_when on insights_read (read_at);
