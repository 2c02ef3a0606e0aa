select
    ts                      as start_time,
    extract(hour from ts)   as hour,
    extract(day from ts)    as day,
    extract(week from ts)   as week,
    extract(month from ts)  as month,
    extract(year from ts)   as year,
    extract(dow from ts)    as weekday
from (
    select distinct ts
    from staging_events
    where page = 'NextSong'
) as plays
