-- EVEN and no sort key: rows live for one run and are read whole.
create table staging_songs (
    num_songs        integer,
    artist_id        varchar(64) not null,
    artist_latitude  double precision,
    artist_longitude double precision,
    artist_location  varchar(1024),
    artist_name      varchar(1024) not null,
    song_id          varchar(64) not null,
    title            varchar(1024) not null,
    duration         double precision,
    year             integer
)
diststyle even;

comment on table staging_songs is 'Song metadata as delivered, one row a song file; only the current run''s records.';
comment on column staging_songs.num_songs is 'Number of songs in the file, always 1.';
comment on column staging_songs.artist_id is 'Artist of the song.';
comment on column staging_songs.artist_latitude is 'Latitude of the artist''s location in degrees; null where unknown.';
comment on column staging_songs.artist_longitude is 'Longitude of the artist''s location in degrees; null where unknown.';
comment on column staging_songs.artist_location is 'Where the artist comes from, as free text; empty where unknown.';
comment on column staging_songs.artist_name is 'Artist as this song credits them; other songs of the artist may spell it otherwise.';
comment on column staging_songs.song_id is 'Song.';
comment on column staging_songs.title is 'Title of the song.';
comment on column staging_songs.duration is 'Duration in seconds.';
comment on column staging_songs.year is 'Year of release; 0 where unknown.';
