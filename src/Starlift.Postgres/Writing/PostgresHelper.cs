namespace Starlift.Postgres.Writing;

/// <summary>A function of the session that does what PostgreSQL 15 can't say in an expression.</summary>
/// <param name="Name">As it is called.</param>
/// <param name="Definition">The statement that makes it, which may be executed again.</param>
sealed record PostgresHelper(string Name, string Definition)
{
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
