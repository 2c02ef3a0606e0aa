-- title: Top songs
-- question: Which songs are played most?
-- kind: bar
-- x: song
-- y: plays
-- direction: horizontal
-- unit: plays
-- order: 10
select song_title || ', ' || artist_name as song, count(*) as plays
from songplays
group by song_title, artist_name
order by plays desc, song
limit 15
