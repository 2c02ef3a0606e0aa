"""Does what the scripts of the Sparkify exercise do: drops, creates, loads, transforms and asks, with psycopg2."""
import sys

import psycopg2

DROP = ["DROP TABLE IF EXISTS staging_events", "DROP TABLE IF EXISTS songplays", "DROP TABLE IF EXISTS users"]
CREATE = [
    """CREATE TABLE IF NOT EXISTS staging_events (artist VARCHAR, firstName VARCHAR, lastName VARCHAR, level VARCHAR,
       page VARCHAR, song VARCHAR, ts BIGINT, userId INT)""",
    """CREATE TABLE IF NOT EXISTS songplays (songplay_id INT IDENTITY(0,1) PRIMARY KEY, start_time TIMESTAMP NOT NULL SORTKEY,
       user_id INT NOT NULL DISTKEY, level VARCHAR, song VARCHAR)""",
    """CREATE TABLE IF NOT EXISTS users (user_id INT PRIMARY KEY, first_name VARCHAR, last_name VARCHAR, level VARCHAR) DISTSTYLE ALL""",
]
COPY = ["COPY staging_events FROM 's3://bucket/log_data' CREDENTIALS 'aws_iam_role=arn:aws:iam::123456789012:role/dwhRole' REGION 'us-west-2' JSON 's3://bucket/paths.json'"]
INSERT = [
    """INSERT INTO songplays (start_time, user_id, level, song)
       SELECT TIMESTAMP 'epoch' + ts / 1000 * INTERVAL '1 second', userId, level, song FROM staging_events WHERE page = 'NextSong'""",
    """INSERT INTO users SELECT DISTINCT userId, firstName, lastName, level FROM staging_events WHERE userId IS NOT NULL AND page = 'NextSong'""",
]

conn = psycopg2.connect("host=127.0.0.1 dbname=dev user=awsuser password=none port={}".format(sys.argv[1]))
cur = conn.cursor()
for query in DROP + CREATE + COPY + INSERT:
    cur.execute(query)
    conn.commit()

cur.execute("SELECT COUNT(*) FROM songplays")
print(cur.fetchone())
cur.execute("SELECT user_id, first_name FROM users WHERE last_name = %s AND user_id > %s ORDER BY 1", ("O'Neill\\", 1))
print(cur.fetchall(), [column.name for column in cur.description])
cur.execute("SELECT MIN(start_time) AS first, COUNT(DISTINCT level) FROM songplays")
print(cur.fetchone())
try:
    cur.execute("SELECT nothing FROM users")
except psycopg2.errors.UndefinedColumn as error:
    print(error.pgcode, str(error).split("\n")[0])
conn.rollback()
cur.execute("INSERT INTO users VALUES (%s, %s, %s, %s)", (99, None, "Ünal", "free"))
print(cur.rowcount)
conn.close()

conn = psycopg2.connect("host=127.0.0.1 dbname=dev user=awsuser password=none port={}".format(sys.argv[1]))
cur = conn.cursor()
cur.execute("SELECT COUNT(*) FROM users WHERE user_id = 99")
print(cur.fetchone())
conn.close()
