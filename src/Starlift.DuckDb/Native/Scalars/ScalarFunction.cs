namespace Starlift.DuckDb.Native.Scalars;

/// <summary>
/// A function in C# that DuckDB calls by name. Several with one name are its overloads. The body is called from several threads at once; it
/// must keep nothing between rows but what <see cref="ScalarCall"/> prepares for it.
/// </summary>
/// <param name="Name">Unique beside DuckDB's own functions.</param>
/// <param name="Parameters">At most <see cref="MostParameters"/>.</param>
/// <param name="Result">The type of what the body returns.</param>
/// <param name="Body">Is called row by row.</param>
sealed record ScalarFunction(string Name, ScalarType[] Parameters, ScalarType Result, ScalarBody Body)
{
    public const int MostParameters = 8;

    /// <summary>The body is called for rows with a NULL too; else such a row is NULL.</summary>
    public bool TakesNulls { get; init; }

    /// <summary>The same arguments may give another value: DuckDB calls the function for each row.</summary>
    public bool IsVolatile { get; init; }
}
