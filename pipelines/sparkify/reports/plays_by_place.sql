-- title: Where the music comes from
-- question: Which places are the artists from whose songs are played? Only songs of the catalogue have a place.
-- kind: map
-- longitude: longitude
-- latitude: latitude
-- size: plays
-- label: place
-- unit: plays
-- order: 40
select coalesce(min(a.location), 'unnamed place') as place, a.latitude, a.longitude, count(*) as plays
from songplays as p
join artists as a on a.artist_id = p.artist_id
where a.latitude is not null
  and a.longitude is not null
group by a.latitude, a.longitude
order by plays desc, a.latitude, a.longitude
