"""Fetches plays as a client does: python3 fetch.py CONNECTION ROWS. Prints their number and a checksum that does not depend on their order."""
import sys
import zlib

import psycopg2

connection, limit = sys.argv[1:]
with psycopg2.connect(connection) as session, session.cursor() as cursor:
    cursor.execute(
        "select start_time, user_id, level, song_id, artist_id, session_id, location, user_agent, item_in_session"
        f" from songplays order by start_time, user_id, session_id, item_in_session limit {limit}")
    rows = cursor.fetchall()
print(f"songplays\t{len(rows)}\t{sum(zlib.crc32(repr(row).encode()) for row in rows[::50])}")
