namespace Starlift.DuckDb;

/// <summary>Redshift's functions that depend on their argument's type, which a rewriter of text can't know.</summary>
static class DuckDbMacros
{
    // macros belong to a connection: those in the file would be in the way of other programs that open it
    public const string SetUp = """
        CREATE OR REPLACE TEMP MACRO trunc
            (x TIMESTAMP) AS CAST(x AS DATE), (x TIMESTAMPTZ) AS CAST(x AS DATE),
            (x SMALLINT) AS x, (x INTEGER) AS x, (x BIGINT) AS x, (x HUGEINT) AS x,
            (x FLOAT) AS system.main.trunc(x), (x DOUBLE) AS system.main.trunc(x), (x DECIMAL) AS system.main.trunc(x),
            (x, n) AS system.main.trunc(x, n);
        """;
}
