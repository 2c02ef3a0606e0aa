-- Plays of this run, and earlier plays that this run's songs concern: those of a staged song's title and artist, and those matched
-- to a song that was delivered again, perhaps under another title. All are matched over all songs, so it does not matter whether a
-- play or its song came first. Without staged songs there are no earlier plays to look at, and songplays costs nothing.
with concerned as (
    select title, artist_name
    from staging_songs
    union
    select p.song_title, p.artist_name
    from songplays as p
    join staging_songs as s on s.song_id = p.song_id
),
earlier as (
    select
        p.start_time,
        p.user_id,
        p.level,
        p.song_id,
        p.artist_id,
        p.session_id,
        p.location,
        p.user_agent,
        p.item_in_session,
        p.song_title,
        p.artist_name,
        p.duration
    from songplays as p
    join concerned as c on c.title = p.song_title and c.artist_name = p.artist_name
),
-- A match is a matter of title, artist and duration alone, so it is found once for each of them and not for every play.
candidates as (
    select e.song as title, e.artist as artist_name, e.length as duration, s.song_id, s.artist_id, s.duration as song_duration
    from staging_events as e
    join songs as s on s.title = e.song and s.artist_name = e.artist
    where e.page = 'NextSong'
    union
    select p.song_title, p.artist_name, p.duration, s.song_id, s.artist_id, s.duration
    from earlier as p
    join songs as s on s.title = p.song_title and s.artist_name = p.artist_name
),
-- The log may deliver an event twice, in two files too.
staged as (
    select
        ts,
        userid,
        level,
        sessionid,
        location,
        useragent,
        iteminsession,
        song,
        artist,
        length,
        row_number() over (
            partition by userid, sessionid, iteminsession
            order by ts, level, song, artist, length, location, useragent
        ) as delivery
    from staging_events
    where page = 'NextSong'
),
matches as (
    select
        title,
        artist_name,
        duration,
        song_id,
        artist_id,
        row_number() over (
            partition by title, artist_name, duration
            order by abs(duration - song_duration), song_id
        ) as choice
    from candidates
),
plays as (
    select
        ts                        as start_time,
        userid                    as user_id,
        level,
        cast(null as varchar(64)) as song_id,
        cast(null as varchar(64)) as artist_id,
        sessionid                 as session_id,
        location,
        useragent                 as user_agent,
        iteminsession             as item_in_session,
        song                      as song_title,
        artist                    as artist_name,
        length                    as duration,
        1                         as staged
    from staged
    where delivery = 1
    union all
    select
        p.start_time,
        p.user_id,
        p.level,
        p.song_id,
        p.artist_id,
        p.session_id,
        p.location,
        p.user_agent,
        p.item_in_session,
        p.song_title,
        p.artist_name,
        p.duration,
        0 as staged
    from earlier as p
    where not exists (
        select 1
        from staging_events as e
        where e.page = 'NextSong' and e.userid = p.user_id and e.sessionid = p.session_id and e.iteminsession = p.item_in_session
    )
)
select
    p.start_time,
    p.user_id,
    p.level,
    m.song_id,
    m.artist_id,
    p.session_id,
    p.location,
    p.user_agent,
    p.item_in_session,
    p.song_title,
    p.artist_name,
    p.duration
from plays as p
left join matches as m
    on m.title = p.song_title
    and m.artist_name = p.artist_name
    and coalesce(m.duration, -1) = coalesce(p.duration, -1)
    and m.choice = 1
where p.staged = 1
   or coalesce(m.song_id, '') <> coalesce(p.song_id, '')
   or coalesce(m.artist_id, '') <> coalesce(p.artist_id, '')
