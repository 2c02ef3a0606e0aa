-- The same job with every trick known: no order to keep, staging that is never written to disk, buffers made for small files, plain
-- aggregates in place of window functions over a million rows, and songs matched once for each title, artist and duration.
set preserve_insertion_order = false;

create temp table staging_events as
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
    try_cast(userId as integer) as userid
from read_json(
    '${data}/log_data/**/*.json',
    format = 'newline_delimited',
    columns = {
        artist: 'varchar', auth: 'varchar', firstName: 'varchar', gender: 'varchar', itemInSession: 'integer', lastName: 'varchar',
        length: 'double', level: 'varchar', location: 'varchar', method: 'varchar', page: 'varchar', registration: 'double',
        sessionId: 'bigint', song: 'varchar', status: 'integer', ts: 'bigint', userAgent: 'varchar', userId: 'varchar'
    }
);

create temp table staging_songs as
select num_songs, artist_id, artist_latitude, artist_longitude, artist_location, artist_name, song_id, title, duration, year
from read_json(
    '${data}/song_data/**/*.json',
    format = 'newline_delimited',
    maximum_object_size = 65536,
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
select e.userid as user_id, e.firstname as first_name, e.lastname as last_name, e.gender, e.level, e.ts as last_seen_at
from staging_events as e
join (select userid, max(ts) as ts from staging_events where userid is not null group by userid) as l using (userid, ts)
qualify row_number() over (
    partition by e.userid
    order by e.sessionid desc, e.iteminsession desc, e.level, e.firstname, e.lastname, e.gender
) = 1;

create table time as
select
    start_time,
    cast(hour(start_time) as integer) as hour,
    cast(day(start_time) as integer) as day,
    cast(week(start_time) as integer) as week,
    cast(month(start_time) as integer) as month,
    cast(year(start_time) as integer) as year,
    cast(dayofweek(start_time) as integer) as weekday
from (select distinct ts as start_time from staging_events where page = 'NextSong');

create sequence songplay_ids start 0 minvalue 0;
create table songplays as
with matches as (
    select e.song, e.artist, e.length, min_by({song_id: s.song_id, artist_id: s.artist_id}, (abs(e.length - s.duration), s.song_id)) as best
    from (select distinct song, artist, length from staging_events where page = 'NextSong') as e
    join songs as s on s.title = e.song and s.artist_name = e.artist
    group by all
)
select
    nextval('songplay_ids') as songplay_id,
    e.ts as start_time,
    e.userid as user_id,
    e.level,
    m.best.song_id,
    m.best.artist_id,
    e.sessionid as session_id,
    e.location,
    e.useragent as user_agent,
    e.iteminsession as item_in_session,
    e.song as song_title,
    e.artist as artist_name,
    e.length as duration
from staging_events as e
left join matches as m on m.song = e.song and m.artist = e.artist and m.length = e.length
where e.page = 'NextSong';
