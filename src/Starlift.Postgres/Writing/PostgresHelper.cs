namespace Starlift.Postgres.Writing;

/// <summary>A function or collation for what PostgreSQL 15 can't say in an expression.</summary>
/// <param name="Name">As it is called.</param>
/// <param name="Definition">The statement that makes it, which may be executed again.</param>
sealed record PostgresHelper(string Name, string Definition)
{
    /// <summary>The collation of texts whose case doesn't count.</summary>
    public static PostgresHelper CaseInsensitive { get; } = new(
        "public.starlift_case_insensitive",
        "CREATE COLLATION IF NOT EXISTS public.starlift_case_insensitive (provider = icu, locale = 'und-u-ks-level2', deterministic = false)");

    /// <summary>True where it goes with the session.</summary>
    public bool IsTemporary => Name.StartsWith("pg_temp.", StringComparison.Ordinal);

    /// <summary>A text as jsonb, or NULL where it is none.</summary>
    public static PostgresHelper Json { get; } = Lenient("json", "jsonb");

    /// <summary>A text as another type, or NULL where it is none.</summary>
    /// <param name="name">Tells the function from others.</param>
    /// <param name="type">As PostgreSQL has it.</param>
    public static PostgresHelper Lenient(string name, string type) => new(
        $"pg_temp.starlift_{name}",
        $"""
        CREATE OR REPLACE FUNCTION pg_temp.starlift_{name}(t text) RETURNS {type} LANGUAGE plpgsql IMMUTABLE AS
        'BEGIN RETURN CAST(t AS {type}); EXCEPTION WHEN others THEN RETURN NULL; END'
        """);
}
