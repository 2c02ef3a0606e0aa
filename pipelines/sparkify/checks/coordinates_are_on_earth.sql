-- description: An artist's latitude is within 90 degrees and the longitude within 180, and there are both or neither.
select artist_id, name, latitude, longitude
from changed_artists
where latitude not between -90 and 90
   or longitude not between -180 and 180
   or (latitude is null and longitude is not null)
   or (latitude is not null and longitude is null)
