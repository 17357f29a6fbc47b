-- A surge is known by its key and the UTC day on which it opened, no longer by the quarter hour: late tickets may move that. The id is
-- a name-based UUID (RFC 9562, version 3), as java.util.UUID.nameUUIDFromBytes makes it.
update insights_surge set id =
    encode(set_byte(set_byte(name, 6, (get_byte(name, 6) & 15) | 48), 8, (get_byte(name, 8) & 63) | 128), 'hex')::uuid
from (select id as known, decode(md5(kind || ':' || code || ' ' || to_char(opened at time zone 'UTC', 'YYYY-MM-DD')
    || 'T00:00:00Z'), 'hex') as name from insights_surge) named
where id = known;
