"""Connects, asks for 1 and closes, many times one after the other: python3 connect.py CONNECTION TIMES."""
import sys

import psycopg2

connection, times = sys.argv[1:]
answers = 0
for _ in range(int(times)):
    session = psycopg2.connect(connection)
    with session.cursor() as cursor:
        cursor.execute("select 1")
        answers += cursor.fetchone()[0]
    session.close()
print(f"answers\t{answers}\t{answers}")
