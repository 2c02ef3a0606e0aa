-- The usual way into PostgreSQL: each line becomes a jsonb, INSERT ... SELECT makes typed staging of it, and SQL does the rest. Tables are
-- plain ones, the star's with their keys. Quote and delimiter are bytes that no JSON text holds, so that a line is taken as it is.
create table raw_events (record jsonb);
\copy raw_events from program 'find "${data}/log_data" -name "*.json" -print0 | xargs -0 awk 1' with (format csv, quote e'\x01', delimiter e'\x02')
create table raw_songs (record jsonb);
\copy raw_songs from program 'find "${data}/song_data" -name "*.json" -print0 | xargs -0 awk 1' with (format csv, quote e'\x01', delimiter e'\x02')

create table staging_events (
    artist text,
    auth text,
    firstname text,
    gender text,
    iteminsession integer,
    lastname text,
    length double precision,
    level text,
    location text,
    method text,
    page text,
    registration bigint,
    sessionid bigint,
    song text,
    status integer,
    ts timestamp,
    useragent text,
    userid integer
);

insert into staging_events
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

create table staging_songs (
    num_songs integer,
    artist_id text,
    artist_latitude double precision,
    artist_longitude double precision,
    artist_location text,
    artist_name text,
    song_id text,
    title text,
    duration double precision,
    year integer
);

insert into staging_songs
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

create table artists (
    artist_id varchar(64) primary key,
    name varchar(1024),
    location varchar(1024),
    latitude double precision,
    longitude double precision
);

insert into artists
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

create table songs (
    song_id varchar(64) primary key,
    title varchar(1024),
    artist_id varchar(64),
    year integer,
    duration double precision,
    artist_name varchar(1024)
);

insert into songs
select distinct on (song_id) song_id, title, artist_id, nullif(year, 0) as year, duration, artist_name
from staging_songs
order by song_id, title, artist_name, artist_id, duration, year;

create table users (
    user_id integer primary key,
    first_name varchar(256),
    last_name varchar(256),
    gender varchar(16),
    level varchar(32),
    last_seen_at timestamp
);

insert into users
select distinct on (userid) userid as user_id, firstname as first_name, lastname as last_name, gender, level, ts as last_seen_at
from staging_events
where userid is not null
order by userid, ts desc, sessionid desc, iteminsession desc, level, firstname, lastname, gender;

create table time (
    start_time timestamp primary key,
    hour integer,
    day integer,
    week integer,
    month integer,
    year integer,
    weekday integer
);

insert into time
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
    songplay_id bigint generated always as identity (start 0 minvalue 0) primary key,
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
