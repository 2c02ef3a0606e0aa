namespace Starlift.DuckDb;

/// <summary>Redshift's functions that depend on their argument's type, or are too long to be written out at each call.</summary>
static class DuckDbMacros
{
    // macros belong to a connection: those in the file would be in the way of other programs that open it
    public const string SetUp = """
        CREATE OR REPLACE TEMP MACRO trunc
            (x TIMESTAMP) AS CAST(x AS DATE), (x TIMESTAMPTZ) AS CAST(x AS DATE),
            (x SMALLINT) AS x, (x INTEGER) AS x, (x BIGINT) AS x, (x HUGEINT) AS x,
            (x FLOAT) AS system.main.trunc(x), (x DOUBLE) AS system.main.trunc(x), (x DECIMAL) AS system.main.trunc(x),
            (x, n) AS system.main.trunc(x, n);
        CREATE OR REPLACE TEMP MACRO add_months(d, n) AS
            CASE WHEN CAST(d AS DATE) = last_day(d)
                THEN CAST(last_day(d + to_months(CAST(n AS INTEGER))) AS TIMESTAMP) + (CAST(d AS TIMESTAMP) - date_trunc('day', CAST(d AS TIMESTAMP)))
                ELSE CAST(d AS TIMESTAMP) + to_months(CAST(n AS INTEGER)) END;
        CREATE OR REPLACE TEMP MACRO months_between(a, b) AS
            CAST((year(a) - year(b)) * 12 + month(a) - month(b) AS DOUBLE)
            + CASE WHEN day(a) = day(b) OR (CAST(a AS DATE) = last_day(a) AND CAST(b AS DATE) = last_day(b)) THEN 0
                ELSE (day(a) - day(b) + CAST(epoch(CAST(a AS TIMESTAMP) - date_trunc('day', CAST(a AS TIMESTAMP)))
                    - epoch(CAST(b AS TIMESTAMP) - date_trunc('day', CAST(b AS TIMESTAMP))) AS DOUBLE) / 86400) / 31.0 END;
        CREATE OR REPLACE TEMP MACRO initcap(s) AS
            array_to_string(list_transform(regexp_extract_all(lower(s), '[\p{L}\p{N}]+|[^\p{L}\p{N}]+'), lambda w: upper(w[1]) || w[2:]), '');
        CREATE OR REPLACE TEMP MACRO strtol(s, b) AS
            CAST(CASE WHEN s LIKE '-%' THEN -1 ELSE 1 END
                * list_sum(list_transform(range(length(ltrim(s, '-'))), lambda i:
                    (strpos('0123456789abcdefghijklmnopqrstuvwxyz', lower(s[length(s) - i])) - 1) * CAST(power(b, i) AS HUGEINT))) AS BIGINT);
        CREATE OR REPLACE TEMP MACRO pg_last_copy_count() AS coalesce(getvariable('starlift_copy_count'), 0);
        CREATE OR REPLACE TEMP MACRO pg_last_copy_id() AS coalesce(getvariable('starlift_copy_id'), -1);
        """;

    /// <summary>What pg_last_copy_id() and pg_last_copy_count() say from now on in this session.</summary>
    public static string RememberCopy(long id, long rows) =>
        $"SET VARIABLE starlift_copy_id = {id}; SET VARIABLE starlift_copy_count = {rows}";
}
