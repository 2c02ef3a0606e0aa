using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Sessions;

/// <summary>What came of one statement of a script.</summary>
/// <param name="Statement">Which.</param>
/// <param name="Rows">Of a statement that yields rows; else null. To be read before the next result is asked for; what is not read then is left out.</param>
/// <param name="Count">Rows that a COPY, INSERT, UPDATE, DELETE or MERGE touched; null where nothing is counted.</param>
/// <param name="Messages">Sentences for the user, as Redshift says them.</param>
public sealed record StatementResult(SqlStatement Statement, RowStream? Rows, long? Count, IReadOnlyList<string> Messages)
{
    /// <summary>What a COPY lost of its records without refusing them, in one line, which Redshift says nothing of; null where there is nothing to tell.</summary>
    public string? Told { get; init; }
}
