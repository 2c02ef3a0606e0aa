-- The order rests on nothing but the content of the records, and the kept row takes part in it: so neither the order of files
-- nor their distribution over runs matters. kept = 1 is the row in artists; it is not written again where it is still the best.
with candidates as (
    select
        artist_id,
        artist_name                 as name,
        nullif(artist_location, '') as location,
        artist_latitude             as latitude,
        artist_longitude            as longitude,
        0                           as kept
    from staging_songs
    union all
    select artist_id, name, location, latitude, longitude, 1 as kept
    from artists
    where artist_id in (select artist_id from staging_songs)
),
ranked as (
    select
        artist_id,
        name,
        location,
        latitude,
        longitude,
        kept,
        row_number() over (
            partition by artist_id
            order by
                case when latitude is null or longitude is null then 1 else 0 end,
                case when location is null then 1 else 0 end,
                length(name),
                name,
                location,
                latitude,
                longitude,
                kept desc
        ) as choice
    from candidates
)
select artist_id, name, location, latitude, longitude
from ranked
where choice = 1
  and kept = 0
