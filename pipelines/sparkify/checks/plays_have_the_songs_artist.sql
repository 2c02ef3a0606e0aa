-- description: A play's artist is the artist of its song.
select p.user_id, p.session_id, p.item_in_session, p.song_id, p.artist_id, s.artist_id as artist_of_song
from changed_songplays as p
join songs as s on s.song_id = p.song_id
where p.artist_id <> s.artist_id
