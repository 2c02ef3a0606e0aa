select
    'rows=' || cast(count(*) as varchar)
        || ' sums=' || cast(sum(num_songs) as varchar)
        || '/' || cast(sum(year) as varchar)
        || '/' || cast(cast(sum(duration * 100000) as bigint) as varchar)
        || '/' || cast(cast(sum(artist_latitude * 100000) as bigint) as varchar)
        || '/' || cast(sum(length(title)) + sum(length(artist_name)) + sum(length(artist_location)) as varchar)
        || '/' || max(song_id) as print
from staging_songs;
