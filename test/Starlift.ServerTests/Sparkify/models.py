"""Fills the tables of a Starlift project with the statements of its files, in place of statements of its own: python3 models.py PROJECT."""
import configparser
import pathlib
import sys

import psycopg2

MODELS = ["artists", "songs", "users", "time", "songplays"]


def main():
    project = pathlib.Path(sys.argv[1])
    config = configparser.ConfigParser()
    config.read("dwh.cfg")
    conn = psycopg2.connect("host={} dbname={} user={} password={} port={}".format(*config["CLUSTER"].values()))
    cur = conn.cursor()
    staging = ["staging_events", "staging_songs"]
    for table in staging + MODELS:
        cur.execute("DROP TABLE IF EXISTS {}".format(table))
        cur.execute((project / "tables" / (table + ".sql")).read_text())
    for table in staging:
        cur.execute((project / "loads" / (table + ".sql")).read_text().replace("${data}", config.get("S3", "DATA")))
    for table in MODELS:
        model = (project / "models" / (table + ".sql")).read_text()
        cur.execute("SELECT * FROM ({}) LIMIT 0".format(model))
        columns = ", ".join(column.name for column in cur.description)
        cur.execute("INSERT INTO {} ({}) {}".format(table, columns, model))
        print(table, cur.rowcount)
    conn.commit()
    conn.close()


if __name__ == "__main__":
    main()
