-- title: Missing from the catalogue
-- question: Which songs that people play does the song data not hold?
-- kind: table
-- order: 60
select song_title as song, artist_name as artist, count(*) as plays, count(distinct user_id) as listeners
from songplays
where song_id is null
group by song_title, artist_name
order by plays desc, song, artist
limit 20
