"""The same star with pandas: python3 pandas-psycopg2.py DATA CONNECTION. Each table goes to PostgreSQL as one COPY of CSV."""
import io
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import psycopg2

data, connection = sys.argv[1:]


def read(folder):
    lines = "\n".join(path.read_text(encoding="utf-8").strip("\n") for path in sorted(Path(data, folder).rglob("*.json")))
    return pd.read_json(io.StringIO(lines), lines=True, dtype=False, convert_dates=False)


def first_of(frame, key, by, ascending):
    return frame.sort_values(by, ascending=ascending, na_position="last").drop_duplicates(key)


records = read("song_data")
records["location"] = records["artist_location"].replace("", None)
records["unplaced"] = records["artist_latitude"].isna() | records["artist_longitude"].isna()
records["unlocated"] = records["location"].isna()
records["name_length"] = records["artist_name"].str.len()
order = ["unplaced", "unlocated", "name_length", "artist_name", "location", "artist_latitude", "artist_longitude"]
artists = first_of(records, "artist_id", order, True)[["artist_id", "artist_name", "location", "artist_latitude", "artist_longitude"]]
artists.columns = ["artist_id", "name", "location", "latitude", "longitude"]

records["year"] = records["year"].replace(0, np.nan).astype("Int64")
songs = first_of(records, "song_id", ["title", "artist_name", "artist_id", "duration", "year"], True)
songs = songs[["song_id", "title", "artist_id", "year", "duration", "artist_name"]]

events = read("log_data")
events["start_time"] = pd.to_datetime(events["ts"], unit="ms")
events["user_id"] = pd.to_numeric(events["userId"], errors="coerce").astype("Int64")
by = ["user_id", "ts", "sessionId", "itemInSession", "level", "firstName", "lastName", "gender"]
users = first_of(events[events["user_id"].notna()], "user_id", by, [True, False, False, False, True, True, True, True])
users = users[["user_id", "firstName", "lastName", "gender", "level", "start_time"]]
users.columns = ["user_id", "first_name", "last_name", "gender", "level", "last_seen_at"]

plays = events[events["page"] == "NextSong"]
time = plays[["start_time"]].drop_duplicates()
parts = time["start_time"].dt
time = time.assign(hour=parts.hour, day=parts.day, week=parts.isocalendar().week, month=parts.month, year=parts.year, weekday=(parts.weekday + 1) % 7)

candidates = plays[["song", "artist", "length"]].drop_duplicates()
candidates = candidates.merge(songs[["song_id", "title", "artist_id", "duration", "artist_name"]], left_on=["song", "artist"], right_on=["title", "artist_name"])
candidates["distance"] = (candidates["length"] - candidates["duration"]).abs()
matches = first_of(candidates, ["song", "artist", "length"], ["song", "artist", "length", "distance", "song_id"], True)
songplays = plays.merge(matches[["song", "artist", "length", "song_id", "artist_id"]], how="left", on=["song", "artist", "length"])
songplays = songplays[
    ["start_time", "user_id", "level", "song_id", "artist_id", "sessionId", "location", "userAgent", "itemInSession", "song", "artist", "length"]
]
songplays.columns = [
    "start_time", "user_id", "level", "song_id", "artist_id", "session_id", "location", "user_agent", "item_in_session", "song_title", "artist_name",
    "duration",
]

DDL = """
create table artists (
    artist_id varchar(64) primary key, name varchar(1024) not null, location varchar(1024), latitude double precision, longitude double precision);
create table songs (
    song_id varchar(64) primary key, title varchar(1024) not null, artist_id varchar(64) not null, year integer, duration double precision,
    artist_name varchar(1024) not null);
create table users (
    user_id integer primary key, first_name varchar(256), last_name varchar(256), gender varchar(8), level varchar(32), last_seen_at timestamp not null);
create table time (
    start_time timestamp primary key, hour integer, day integer, week integer, month integer, year integer, weekday integer);
create table songplays (
    songplay_id bigint generated always as identity primary key, start_time timestamp not null, user_id integer not null, level varchar(32) not null,
    song_id varchar(64), artist_id varchar(64), session_id bigint not null, location varchar(1024), user_agent varchar(2048),
    item_in_session integer not null, song_title varchar(1024), artist_name varchar(1024), duration double precision);
"""

with psycopg2.connect(connection) as database, database.cursor() as cursor:
    cursor.execute(DDL)
    for name, frame in [("artists", artists), ("songs", songs), ("users", users), ("time", time), ("songplays", songplays)]:
        text = io.StringIO()
        frame.to_csv(text, index=False, header=False, na_rep="\\N")
        text.seek(0)
        cursor.copy_expert(f"copy {name} ({', '.join(frame.columns)}) from stdin with (format csv, null '\\N')", text)
