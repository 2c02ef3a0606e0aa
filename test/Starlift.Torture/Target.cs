namespace Starlift.Torture;

/// <summary>The warehouses that are tortured.</summary>
enum Target
{
    DuckDb,
    Postgres,
}
