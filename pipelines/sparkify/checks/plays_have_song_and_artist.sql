-- description: A play refers to a song and its artist together, or to neither.

-- Two selections, because each looks at the few matched plays only.
select user_id, session_id, item_in_session, song_id, artist_id
from changed_songplays
where artist_id is not null and song_id is null
union all
select user_id, session_id, item_in_session, song_id, artist_id
from changed_songplays
where song_id is not null and artist_id is null
