-- description: A play says which song of which artist was played; a few that do not are tolerated.
-- threshold: 0.1% of songplays
select user_id, session_id, item_in_session, start_time, song_title, artist_name
from songplays
where song_title is null
   or artist_name is null
