#!/usr/bin/python3
"""Parses each statement of the files given as Redshift SQL, by a parser that is not Starlift's.

A line of output is the file, the statement's 0-based number in it, and what became of it: parsed, unknown (sqlglot has no grammar for
it) or an error.
"""
import logging
import sys

import sqlglot
from sqlglot import exp

logging.disable(logging.CRITICAL)


def outcome(statement):
    try:
        parsed = sqlglot.parse(statement, read="redshift", error_level=sqlglot.ErrorLevel.RAISE)
    except Exception as error:  # sqlglot raises several kinds
        return "error " + " ".join(str(error).split())
    if len(parsed) != 1 or parsed[0] is None:
        return "error %d statements" % len(parsed)
    if any(isinstance(node, exp.Command) for node, _, _ in parsed[0].walk()):
        return "unknown"
    return "parsed"


def main(files):
    for file in files:
        with open(file, encoding="utf-8") as text:
            for number, statement in enumerate(text.read().split("\n;\n")):
                if statement.strip():
                    print("%s\t%d\t%s" % (file, number, outcome(statement)))


if __name__ == "__main__":
    main(sys.argv[1:])
