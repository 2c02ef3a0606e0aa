-- The same with what makes it faster: staging is unlogged and made by CREATE TABLE AS, which PostgreSQL spreads over its workers, as the star's
-- tables are, which have no keys.
create unlogged table raw_events (record jsonb);
\copy raw_events from program 'find "${data}/log_data" -name "*.json" -print0 | xargs -0 awk 1' with (format csv, quote e'\x01', delimiter e'\x02')
create unlogged table raw_songs (record jsonb);
\copy raw_songs from program 'find "${data}/song_data" -name "*.json" -print0 | xargs -0 awk 1' with (format csv, quote e'\x01', delimiter e'\x02')

create unlogged table staging_events as
select
    record ->> 'artist' as artist,
    record ->> 'auth' as auth,
    record ->> 'firstName' as firstname,
    record ->> 'gender' as gender,
    cast(record ->> 'itemInSession' as integer) as iteminsession,
    record ->> 'lastName' as lastname,
    cast(record ->> 'length' as double precision) as length,
    record ->> 'level' as level,
    record ->> 'location' as location,
    record ->> 'method' as method,
    record ->> 'page' as page,
    cast(cast(record ->> 'registration' as numeric) as bigint) as registration,
    cast(record ->> 'sessionId' as bigint) as sessionid,
    record ->> 'song' as song,
    cast(record ->> 'status' as integer) as status,
    timestamp 'epoch' + cast(record ->> 'ts' as bigint) * interval '1 millisecond' as ts,
    record ->> 'userAgent' as useragent,
    cast(nullif(record ->> 'userId', '') as integer) as userid
from raw_events;

create unlogged table staging_songs as
select
    cast(record ->> 'num_songs' as integer) as num_songs,
    record ->> 'artist_id' as artist_id,
    cast(record ->> 'artist_latitude' as double precision) as artist_latitude,
    cast(record ->> 'artist_longitude' as double precision) as artist_longitude,
    record ->> 'artist_location' as artist_location,
    record ->> 'artist_name' as artist_name,
    record ->> 'song_id' as song_id,
    record ->> 'title' as title,
    cast(record ->> 'duration' as double precision) as duration,
    cast(record ->> 'year' as integer) as year
from raw_songs;

analyze staging_events;
analyze staging_songs;

create table artists as
select distinct on (artist_id)
    artist_id, artist_name as name, nullif(artist_location, '') as location, artist_latitude as latitude, artist_longitude as longitude
from staging_songs
order by
    artist_id,
    artist_latitude is null or artist_longitude is null,
    nullif(artist_location, '') is null,
    length(artist_name),
    artist_name,
    nullif(artist_location, ''),
    artist_latitude,
    artist_longitude;

create table songs as
select distinct on (song_id) song_id, title, artist_id, nullif(year, 0) as year, duration, artist_name
from staging_songs
order by song_id, title, artist_name, artist_id, duration, year;

create table users as
select distinct on (userid) userid as user_id, firstname as first_name, lastname as last_name, gender, level, ts as last_seen_at
from staging_events
where userid is not null
order by userid, ts desc, sessionid desc, iteminsession desc, level, firstname, lastname, gender;

create table time as
select
    ts as start_time,
    cast(extract(hour from ts) as integer) as hour,
    cast(extract(day from ts) as integer) as day,
    cast(extract(week from ts) as integer) as week,
    cast(extract(month from ts) as integer) as month,
    cast(extract(year from ts) as integer) as year,
    cast(extract(dow from ts) as integer) as weekday
from (select distinct ts from staging_events where page = 'NextSong') as plays;

analyze songs;

create table songplays (
    songplay_id bigint generated always as identity (start 0 minvalue 0),
    start_time timestamp not null,
    user_id integer not null,
    level varchar(32) not null,
    song_id varchar(64),
    artist_id varchar(64),
    session_id bigint not null,
    location varchar(1024),
    user_agent varchar(2048),
    item_in_session integer not null,
    song_title varchar(1024),
    artist_name varchar(1024),
    duration double precision
);

insert into songplays (
    start_time, user_id, level, song_id, artist_id, session_id, location, user_agent, item_in_session, song_title, artist_name, duration
)
with matches as (
    select distinct on (e.song, e.artist, e.length) e.song, e.artist, e.length, s.song_id, s.artist_id
    from (select distinct song, artist, length from staging_events where page = 'NextSong') as e
    join songs as s on s.title = e.song and s.artist_name = e.artist
    order by e.song, e.artist, e.length, abs(e.length - s.duration), s.song_id
)
select e.ts, e.userid, e.level, m.song_id, m.artist_id, e.sessionid, e.location, e.useragent, e.iteminsession, e.song, e.artist, e.length
from staging_events as e
left join matches as m on m.song = e.song and m.artist = e.artist and m.length = e.length
where e.page = 'NextSong';
