-- description: Songs last longer than nothing, those of the song data and those that were played.
select song_id, title, duration
from changed_songs
where duration <= 0
union all
select song_id, song_title, duration
from changed_songplays
where duration <= 0
