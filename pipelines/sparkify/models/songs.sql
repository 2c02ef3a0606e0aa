-- The order rests on nothing but the content of the records, and the kept row takes part in it, as in artists.
with candidates as (
    select
        song_id,
        title,
        artist_id,
        nullif(year, 0) as year,
        duration,
        artist_name,
        0               as kept
    from staging_songs
    union all
    select song_id, title, artist_id, year, duration, artist_name, 1 as kept
    from songs
    where song_id in (select song_id from staging_songs)
),
ranked as (
    select
        song_id,
        title,
        artist_id,
        year,
        duration,
        artist_name,
        kept,
        row_number() over (
            partition by song_id
            order by title, artist_name, artist_id, duration, year, kept desc
        ) as choice
    from candidates
)
select song_id, title, artist_id, year, duration, artist_name
from ranked
where choice = 1
  and kept = 0
