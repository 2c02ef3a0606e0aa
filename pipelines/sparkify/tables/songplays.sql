-- Distributed and sorted by start_time like its largest dimension, time: nearly every play has a start time of its own, so
-- slices fill evenly, the two tables join in place, and questions about a period read only that period's blocks.
-- song_id would put the unmatched plays, most of all, on one slice; user_id a few keen listeners.
create table songplays (
    songplay_id     bigint identity(0, 1) primary key,
    start_time      timestamp not null references time (start_time),
    user_id         integer not null references users (user_id),
    level           varchar(32) not null,
    song_id         varchar(64) references songs (song_id),
    artist_id       varchar(64) references artists (artist_id),
    session_id      bigint not null,
    location        varchar(1024),
    user_agent      varchar(2048),
    item_in_session integer not null,
    song_title      varchar(1024),
    artist_name     varchar(1024),
    duration        double precision,
    unique (user_id, session_id, item_in_session)
)
distkey (start_time)
sortkey (start_time);

comment on table songplays is 'Fact: one row a play of a song, whether or not the song data holds the song.';
comment on column songplays.songplay_id is 'Surrogate key, unique and without meaning; it has gaps and may differ where the star is built anew.';
comment on column songplays.start_time is 'When the play began, UTC.';
comment on column songplays.user_id is 'Who listened.';
comment on column songplays.level is 'The user''s subscription at the time of the play: free or paid.';
comment on column songplays.song_id is 'The song of the played title and credited artist: of several the nearest in duration, then the smallest id; null where the song data holds none.';
comment on column songplays.artist_id is 'The artist of song_id; null where song_id is.';
comment on column songplays.session_id is 'Session of the user.';
comment on column songplays.location is 'Metropolitan area of the user at the time of the play.';
comment on column songplays.user_agent is 'Browser as it names itself.';
comment on column songplays.item_in_session is 'Number of the event within its session, from 0.';
comment on column songplays.song_title is 'Title as played.';
comment on column songplays.artist_name is 'Artist as the play credits them.';
comment on column songplays.duration is 'Duration of the song as played, in seconds.';
