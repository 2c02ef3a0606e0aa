"""Tells how many rows each table has, and what was played."""
import configparser

import psycopg2

TABLES = ["staging_events", "staging_songs", "songplays", "users", "songs", "artists", "time"]

MOST_PLAYED = """
    SELECT s.title, a.name, COUNT(*) AS plays
    FROM songplays p
    JOIN songs s ON s.song_id = p.song_id
    JOIN (SELECT artist_id, MIN(name) AS name FROM artists GROUP BY artist_id) a ON a.artist_id = p.artist_id
    GROUP BY 1, 2
    ORDER BY plays DESC, 1
    LIMIT 1
"""

BY_LEVEL = "SELECT level, COUNT(DISTINCT user_id), COUNT(*) FROM songplays GROUP BY level ORDER BY level"

BY_WEEKDAY = """
    SELECT t.weekday, COUNT(*) FROM songplays p JOIN time t ON t.start_time = p.start_time
    WHERE t.year = %s GROUP BY t.weekday ORDER BY t.weekday
"""


def main():
    config = configparser.ConfigParser()
    config.read("dwh.cfg")
    conn = psycopg2.connect("host={} dbname={} user={} password={} port={}".format(*config["CLUSTER"].values()))
    cur = conn.cursor()
    for table in TABLES:
        cur.execute("SELECT COUNT(*) FROM {}".format(table))
        print(table, cur.fetchone()[0])
    cur.execute(MOST_PLAYED)
    print(cur.fetchone())
    cur.execute(BY_LEVEL)
    print(cur.fetchall())
    cur.execute(BY_WEEKDAY, (2018,))
    print(sum(row[1] for row in cur.fetchall()))
    conn.close()


if __name__ == "__main__":
    main()
