-- The job as most people would write it for DuckDB: staging tables, then the star, at the engine's default settings. The columns are
-- stated, so that nothing is guessed from samples.
create table staging_events as
select
    artist,
    auth,
    firstName as firstname,
    gender,
    itemInSession as iteminsession,
    lastName as lastname,
    length,
    level,
    location,
    method,
    page,
    cast(registration as bigint) as registration,
    sessionId as sessionid,
    song,
    status,
    make_timestamp(ts * 1000) as ts,
    userAgent as useragent,
    try_cast(nullif(userId, '') as integer) as userid
from read_json(
    '${data}/log_data/**/*.json',
    format = 'newline_delimited',
    columns = {
        artist: 'varchar', auth: 'varchar', firstName: 'varchar', gender: 'varchar', itemInSession: 'integer', lastName: 'varchar',
        length: 'double', level: 'varchar', location: 'varchar', method: 'varchar', page: 'varchar', registration: 'double',
        sessionId: 'bigint', song: 'varchar', status: 'integer', ts: 'bigint', userAgent: 'varchar', userId: 'varchar'
    }
);

create table staging_songs as
select num_songs, artist_id, artist_latitude, artist_longitude, artist_location, artist_name, song_id, title, duration, year
from read_json(
    '${data}/song_data/**/*.json',
    format = 'newline_delimited',
    columns = {
        num_songs: 'integer', artist_id: 'varchar', artist_latitude: 'double', artist_longitude: 'double', artist_location: 'varchar',
        artist_name: 'varchar', song_id: 'varchar', title: 'varchar', duration: 'double', year: 'integer'
    }
);

create table artists as
select artist_id, artist_name as name, nullif(artist_location, '') as location, artist_latitude as latitude, artist_longitude as longitude
from staging_songs
qualify row_number() over (
    partition by artist_id
    order by
        artist_latitude is null or artist_longitude is null,
        nullif(artist_location, '') is null,
        length(artist_name),
        artist_name,
        nullif(artist_location, ''),
        artist_latitude,
        artist_longitude
) = 1;

create table songs as
select song_id, title, artist_id, nullif(year, 0) as year, duration, artist_name
from staging_songs
qualify row_number() over (partition by song_id order by title, artist_name, artist_id, duration, year) = 1;

create table users as
select userid as user_id, firstname as first_name, lastname as last_name, gender, level, ts as last_seen_at
from staging_events
where userid is not null
qualify row_number() over (
    partition by userid
    order by ts desc, sessionid desc, iteminsession desc, level, firstname, lastname, gender
) = 1;

create table time as
select distinct
    ts as start_time,
    cast(hour(ts) as integer) as hour,
    cast(day(ts) as integer) as day,
    cast(week(ts) as integer) as week,
    cast(month(ts) as integer) as month,
    cast(year(ts) as integer) as year,
    cast(dayofweek(ts) as integer) as weekday
from staging_events
where page = 'NextSong';

create table songplays as
with plays as (
    select row_number() over () - 1 as songplay_id, *
    from staging_events
    where page = 'NextSong'
)
select
    e.songplay_id,
    e.ts as start_time,
    e.userid as user_id,
    e.level,
    s.song_id,
    s.artist_id,
    e.sessionid as session_id,
    e.location,
    e.useragent as user_agent,
    e.iteminsession as item_in_session,
    e.song as song_title,
    e.artist as artist_name,
    e.length as duration
from plays as e
left join songs as s on s.title = e.song and s.artist_name = e.artist
qualify row_number() over (partition by e.songplay_id order by abs(e.length - s.duration), s.song_id) = 1;
