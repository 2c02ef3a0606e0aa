with ranked as (
    select
        song_id,
        title,
        artist_id,
        nullif(year, 0) as year,
        duration,
        artist_name,
        row_number() over (
            partition by song_id
            order by title, artist_name, artist_id, duration, year
        ) as choice
    from staging_songs
)
select song_id, title, artist_id, year, duration, artist_name
from ranked
where choice = 1
