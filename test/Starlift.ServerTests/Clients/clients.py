"""Executes the statements of a file, one a line, through a client, and prints the result of each on a line."""
import asyncio
import datetime
import decimal
import sys


def cell(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return "%.11e" % value
    if isinstance(value, decimal.Decimal):
        return format(value, "f")
    if isinstance(value, (datetime.datetime, datetime.time)):
        text = value.isoformat(sep=" ") if isinstance(value, datetime.datetime) else value.isoformat()
        return text.rstrip("0") if "." in text else text
    # of types that it does not know psycopg gives the bytes
    return value.decode() if isinstance(value, bytes) else str(value)


def rows(result):
    return " / ".join("|".join(cell(value) for value in row) for row in result)


def execute(cursor, statement):
    cursor.execute(statement)
    return rows(cursor.fetchall()) if cursor.description else "done"


def psycopg2_client(port):
    import psycopg2

    connection = psycopg2.connect(f"host=127.0.0.1 port={port} user=awsuser dbname=dev")
    connection.autocommit = True
    return lambda statement: execute(connection.cursor(), statement), psycopg2.Error, lambda error: error.pgcode


def psycopg_client(port, binary):
    import psycopg

    connection = psycopg.connect(f"host=127.0.0.1 port={port} user=awsuser dbname=dev", autocommit=True)
    return lambda statement: execute(connection.cursor(binary=binary), statement), psycopg.Error, lambda error: error.sqlstate


def asyncpg_client(port):
    import asyncpg

    loop = asyncio.new_event_loop()
    connection = loop.run_until_complete(asyncpg.connect(host="127.0.0.1", port=port, user="awsuser", database="dev", ssl=False))

    # it asks for types that it does not know in a way that PostgreSQL 8.0 does not understand
    loop.run_until_complete(connection.set_type_codec("super", schema="pg_catalog", encoder=str, decoder=str, format="text"))

    async def run(statement):
        prepared = await connection.prepare(statement)
        found = await prepared.fetch()
        return rows(found) if prepared.get_attributes() else "done"

    return lambda statement: loop.run_until_complete(run(statement)), asyncpg.PostgresError, lambda error: error.sqlstate


def odbc_client(port):
    import pyodbc

    connection = pyodbc.connect(
        f"Driver={{PostgreSQL Unicode}};Server=127.0.0.1;Port={port};Database=dev;Uid=awsuser;Pwd=x;SSLMode=disable;BoolsAsChar=0", autocommit=True
    )
    return lambda statement: execute(connection.cursor(), statement), pyodbc.Error, lambda error: error.args[0]


def sqlalchemy_client(port):
    import sqlalchemy

    connection = sqlalchemy.create_engine(f"postgresql+psycopg2://awsuser@127.0.0.1:{port}/dev", isolation_level="AUTOCOMMIT").connect()

    def run(statement):
        result = connection.exec_driver_sql(statement.replace("%", "%%"))
        return rows(result.fetchall()) if result.returns_rows else "done"

    return run, sqlalchemy.exc.DBAPIError, lambda error: error.orig.pgcode


CLIENTS = {
    "psycopg2": psycopg2_client,
    "psycopg": lambda port: psycopg_client(port, False),
    "psycopg-binary": lambda port: psycopg_client(port, True),
    "asyncpg": asyncpg_client,
    "odbc": odbc_client,
    "sqlalchemy": sqlalchemy_client,
}

run, failure, state_of = CLIENTS[sys.argv[1]](int(sys.argv[2]))
with open(sys.argv[3], encoding="utf-8") as file:
    for line in file.read().splitlines():
        try:
            print(run(line))
        except failure as error:
            print("error", state_of(error))
