-- description: At least 3 in 100 plays are of songs that the song data holds; where fewer are, songs are missing or spelled otherwise.
-- severity: warn
-- threshold: 97% of songplays
select song_title, artist_name, duration
from songplays
where song_id is null
