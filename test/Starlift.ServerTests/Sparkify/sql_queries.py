"""The statements of a song play warehouse, as programs of the Sparkify exercise keep them."""
import configparser

config = configparser.ConfigParser()
config.read("dwh.cfg")

ARN = config.get("IAM_ROLE", "ARN")
LOG_DATA = config.get("S3", "LOG_DATA")
LOG_JSONPATH = config.get("S3", "LOG_JSONPATH")
SONG_DATA = config.get("S3", "SONG_DATA")

drop_table_queries = [
    "DROP TABLE IF EXISTS {};".format(table)
    for table in ["staging_events", "staging_songs", "songplays", "users", "songs", "artists", "time"]
]

staging_events_table_create = ("""
    CREATE TABLE IF NOT EXISTS staging_events (
        artist        VARCHAR,
        auth          VARCHAR,
        firstName     VARCHAR,
        gender        CHAR(1),
        itemInSession INTEGER,
        lastName      VARCHAR,
        length        FLOAT,
        level         VARCHAR(10),
        location      VARCHAR,
        method        VARCHAR(10),
        page          VARCHAR(30),
        registration  FLOAT,
        sessionId     INTEGER,
        song          VARCHAR,
        status        INTEGER,
        ts            BIGINT,
        userAgent     VARCHAR(512),
        userId        INTEGER
    );
""")

staging_songs_table_create = ("""
    CREATE TABLE IF NOT EXISTS staging_songs (
        num_songs        INTEGER,
        artist_id        VARCHAR(30),
        artist_latitude  FLOAT,
        artist_longitude FLOAT,
        artist_location  VARCHAR(512),
        artist_name      VARCHAR(512),
        song_id          VARCHAR(30),
        title            VARCHAR(512),
        duration         FLOAT,
        year             INTEGER
    );
""")

songplay_table_create = ("""
    CREATE TABLE IF NOT EXISTS songplays (
        songplay_id INTEGER IDENTITY(0,1) PRIMARY KEY,
        start_time  TIMESTAMP NOT NULL SORTKEY DISTKEY,
        user_id     INTEGER NOT NULL,
        level       VARCHAR(10),
        song_id     VARCHAR(30),
        artist_id   VARCHAR(30),
        session_id  INTEGER,
        location    VARCHAR,
        user_agent  VARCHAR(512)
    );
""")

user_table_create = ("""
    CREATE TABLE IF NOT EXISTS users (
        user_id    INTEGER NOT NULL SORTKEY PRIMARY KEY,
        first_name VARCHAR,
        last_name  VARCHAR,
        gender     CHAR(1),
        level      VARCHAR(10)
    ) DISTSTYLE ALL;
""")

song_table_create = ("""
    CREATE TABLE IF NOT EXISTS songs (
        song_id   VARCHAR(30) NOT NULL SORTKEY PRIMARY KEY,
        title     VARCHAR(512) NOT NULL,
        artist_id VARCHAR(30) NOT NULL,
        year      INTEGER,
        duration  FLOAT
    ) DISTSTYLE ALL;
""")

artist_table_create = ("""
    CREATE TABLE IF NOT EXISTS artists (
        artist_id VARCHAR(30) NOT NULL SORTKEY PRIMARY KEY,
        name      VARCHAR(512) NOT NULL,
        location  VARCHAR(512),
        latitude  FLOAT,
        longitude FLOAT
    ) DISTSTYLE ALL;
""")

time_table_create = ("""
    CREATE TABLE IF NOT EXISTS time (
        start_time TIMESTAMP NOT NULL SORTKEY DISTKEY PRIMARY KEY,
        hour       INTEGER,
        day        INTEGER,
        week       INTEGER,
        month      INTEGER,
        year       INTEGER,
        weekday    INTEGER
    );
""")

staging_events_copy = ("""
    COPY staging_events FROM {}
    CREDENTIALS 'aws_iam_role={}'
    REGION 'us-west-2'
    COMPUPDATE OFF STATUPDATE OFF
    JSON {};
""").format(LOG_DATA, ARN, LOG_JSONPATH)

staging_songs_copy = ("""
    COPY staging_songs FROM {}
    CREDENTIALS 'aws_iam_role={}'
    REGION 'us-west-2'
    COMPUPDATE OFF STATUPDATE OFF
    JSON 'auto';
""").format(SONG_DATA, ARN)

songplay_table_insert = ("""
    INSERT INTO songplays (start_time, user_id, level, song_id, artist_id, session_id, location, user_agent)
    SELECT DISTINCT TIMESTAMP 'epoch' + e.ts / 1000 * INTERVAL '1 second' AS start_time,
           e.userId, e.level, s.song_id, s.artist_id, e.sessionId, e.location, e.userAgent
    FROM staging_events e
    JOIN staging_songs s ON e.song = s.title AND e.artist = s.artist_name AND e.length = s.duration
    WHERE e.page = 'NextSong';
""")

user_table_insert = ("""
    INSERT INTO users
    SELECT DISTINCT userId, firstName, lastName, gender, level
    FROM staging_events
    WHERE page = 'NextSong' AND userId IS NOT NULL;
""")

song_table_insert = ("""
    INSERT INTO songs (song_id, title, artist_id, year, duration)
    SELECT DISTINCT song_id, title, artist_id, year, duration
    FROM staging_songs
    WHERE song_id IS NOT NULL;
""")

artist_table_insert = ("""
    INSERT INTO artists (artist_id, name, location, latitude, longitude)
    SELECT DISTINCT artist_id, artist_name, artist_location, artist_latitude, artist_longitude
    FROM staging_songs
    WHERE artist_id IS NOT NULL;
""")

time_table_insert = ("""
    INSERT INTO time (start_time, hour, day, week, month, year, weekday)
    SELECT start_time,
           EXTRACT(hour FROM start_time), EXTRACT(day FROM start_time), EXTRACT(week FROM start_time),
           EXTRACT(month FROM start_time), EXTRACT(year FROM start_time), EXTRACT(dayofweek FROM start_time)
    FROM (SELECT DISTINCT TIMESTAMP 'epoch' + ts / 1000 * INTERVAL '1 second' AS start_time
          FROM staging_events WHERE page = 'NextSong');
""")

create_table_queries = [
    staging_events_table_create, staging_songs_table_create, songplay_table_create, user_table_create,
    song_table_create, artist_table_create, time_table_create,
]
copy_table_queries = [staging_events_copy, staging_songs_copy]
insert_table_queries = [songplay_table_insert, user_table_insert, song_table_insert, artist_table_insert, time_table_insert]
