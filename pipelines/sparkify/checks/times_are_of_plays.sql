-- description: time holds no more rows than there are plays; keys and references see to it that each is the time of one.
select t.times, p.plays
from (select count(*) as times from changed_time) as t
cross join (select count(*) as plays from changed_songplays) as p
where t.times > p.plays
