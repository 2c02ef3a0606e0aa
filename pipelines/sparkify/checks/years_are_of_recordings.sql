-- description: A song's year of release is unknown or one in which there were recordings and which has come.
-- severity: warn
select song_id, title, artist_name, year
from changed_songs
where year < 1877
   or year > extract(year from getdate())
