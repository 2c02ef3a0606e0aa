using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>
/// A place in a check where it names the rows of a star table that a run has inserted and updated: changed_songplays for songplays.
/// </summary>
/// <param name="Token">The name as it stands there.</param>
/// <param name="Table">The star table.</param>
public sealed record ChangedRows(Token Token, TableName Table)
{
    const string Prefix = "changed_";

    /// <summary>The name that stands for the rows of <paramref name="table"/>.</summary>
    public static TableName NameOf(TableName table) => new(null, Prefix + table.Name);

    /// <param name="tokens">Of the check.</param>
    /// <param name="names">By name, the star tables that may be meant.</param>
    public static IReadOnlyList<ChangedRows> In(IReadOnlyList<Token> tokens, IReadOnlyDictionary<TableName, TableName> names) =>
    [
        .. tokens
            .Where(token => token.IsName && names.ContainsKey(new TableName(null, token.Value)))
            .Select(token => new ChangedRows(token, names[new TableName(null, token.Value)])),
    ];
}
