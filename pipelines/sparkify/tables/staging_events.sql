-- EVEN and no sort key: rows live for one run, are read whole and joined on no column that would spread them evenly.
-- Column order is that of log_json_path.json. registration stays a number: JSON holds it with a fraction, 1541077528796.0.
create table staging_events (
    artist        varchar(1024),
    auth          varchar(32),
    firstname     varchar(256),
    gender        varchar(16),
    iteminsession integer not null,
    lastname      varchar(256),
    length        double precision,
    level         varchar(32) not null,
    location      varchar(1024),
    method        varchar(16),
    page          varchar(64) not null,
    registration  bigint,
    sessionid     bigint not null,
    song          varchar(1024),
    status        integer,
    ts            timestamp not null,
    useragent     varchar(2048),
    userid        integer
)
diststyle even;

comment on table staging_events is 'Activity of the app as logged, one row an event; only the current run''s records.';
comment on column staging_events.artist is 'Credited artist of the played song; null unless page is NextSong.';
comment on column staging_events.auth is 'Logged In or Logged Out.';
comment on column staging_events.firstname is 'First name of the user; null for logged-out visitors.';
comment on column staging_events.gender is 'F or M as the user stated; null for logged-out visitors.';
comment on column staging_events.iteminsession is 'Number of the event within its session, from 0.';
comment on column staging_events.lastname is 'Last name of the user; null for logged-out visitors.';
comment on column staging_events.length is 'Duration of the played song in seconds; null unless page is NextSong.';
comment on column staging_events.level is 'Subscription at the time of the event: free or paid.';
comment on column staging_events.location is 'Metropolitan area of the user; null for logged-out visitors.';
comment on column staging_events.method is 'HTTP method of the request.';
comment on column staging_events.page is 'Page asked for; NextSong is a play.';
comment on column staging_events.registration is 'When the user registered, in milliseconds since 1970-01-01 UTC; null for logged-out visitors.';
comment on column staging_events.sessionid is 'Session of the user.';
comment on column staging_events.song is 'Title of the played song; null unless page is NextSong.';
comment on column staging_events.status is 'HTTP status of the answer.';
comment on column staging_events.ts is 'When the event happened, UTC.';
comment on column staging_events.useragent is 'Browser as it names itself, sometimes in quotes of its own.';
comment on column staging_events.userid is 'User; null for logged-out visitors, whose id is empty in the logs.';
