"""Drops the tables of the warehouse and creates them anew."""
import configparser

import psycopg2

from sql_queries import create_table_queries, drop_table_queries


def run(cur, conn, queries):
    for query in queries:
        cur.execute(query)
        conn.commit()


def main():
    config = configparser.ConfigParser()
    config.read("dwh.cfg")
    conn = psycopg2.connect("host={} dbname={} user={} password={} port={}".format(*config["CLUSTER"].values()))
    cur = conn.cursor()
    run(cur, conn, drop_table_queries)
    run(cur, conn, create_table_queries)
    conn.close()


if __name__ == "__main__":
    main()
