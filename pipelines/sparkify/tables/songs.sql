-- ALL: read far more often than changed, and joined by title and artist in the load but by song_id in questions, so no one
-- column would serve as distribution key; sorted by the join column of questions.
create table songs (
    song_id     varchar(64) not null primary key,
    title       varchar(1024) not null,
    artist_id   varchar(64) not null references artists (artist_id),
    year        integer,
    duration    double precision,
    artist_name varchar(1024) not null
)
diststyle all
sortkey (song_id);

comment on table songs is 'Dimension: one row a song. Of several records of a song the first in order of content counts, whatever the order of arrival.';
comment on column songs.song_id is 'Song.';
comment on column songs.title is 'Title.';
comment on column songs.artist_id is 'Artist.';
comment on column songs.year is 'Year of release; null where unknown, which the song data writes as 0.';
comment on column songs.duration is 'Duration in seconds.';
comment on column songs.artist_name is 'Artist as this song credits them. Plays name the artist as the song does, while artists keeps one spelling an artist: without it, plays of a later run would not find songs of an earlier one.';
