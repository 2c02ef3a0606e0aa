"""Loads what is in S3 into staging tables, and from there into the star."""
import configparser

import psycopg2

from sql_queries import copy_table_queries, insert_table_queries


def run(cur, conn, queries):
    for query in queries:
        cur.execute(query)
        conn.commit()


def main():
    config = configparser.ConfigParser()
    config.read("dwh.cfg")
    conn = psycopg2.connect("host={} dbname={} user={} password={} port={}".format(*config["CLUSTER"].values()))
    cur = conn.cursor()
    run(cur, conn, copy_table_queries)
    run(cur, conn, insert_table_queries)
    conn.close()


if __name__ == "__main__":
    main()
