-- title: Matched plays by day
-- question: Does the catalogue keep up with what people play?
-- kind: line
-- x: day
-- y: share
-- unit: %
-- width: half
-- order: 50
select cast(start_time as date) as day, round(100.0 * count(song_id) / count(*), 1) as share
from songplays
group by cast(start_time as date)
order by day
