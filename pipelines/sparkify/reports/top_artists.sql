-- title: Top artists
-- question: Which artists are played most?
-- kind: bar
-- x: artist
-- y: plays
-- direction: horizontal
-- unit: plays
-- order: 11
select artist_name as artist, count(*) as plays
from songplays
group by artist_name
order by plays desc, artist
limit 15
