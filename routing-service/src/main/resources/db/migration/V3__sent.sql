-- Where routing itself last sent a ticket, beside where it is now: the two differ where a person moved it.
alter table routing_ticket
    add sent_team text,
    add sent_rule text, -- null where its text decided
    add sent_at timestamptz;
update routing_ticket t set sent_team = e.data ->> 'team', sent_rule = e.data ->> 'rule', sent_at = (e.data ->> 'at')::timestamptz
from (
    select distinct on (stream_id) stream_id, convert_from(data, 'UTF8')::jsonb as data
    from journal_event
    where type = 'groundswell.routing.routed.v1'
        and convert_from(data, 'UTF8')::jsonb ->> 'lane' = 'team'
        and convert_from(data, 'UTF8')::jsonb ->> 'decidedBy' in ('rule', 'model')
    order by stream_id, version desc
) e where t.ticket_id = e.stream_id::uuid;
create index routing_ticket_sent on routing_ticket (sent_at) where sent_at is not null;
