-- The taxonomy is a stream of versions too.
drop table theme;
delete from shipped where what = 'taxonomy';
