using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Cases;

/// <summary>Which tables a case makes, and which of them it is about.</summary>
public static class CaseTable
{
    /// <summary>That of the script's last COPY; a script without one merges into TARGET.</summary>
    public static TableName FilledBy(ConformanceCase testCase)
    {
        try
        {
            return SqlScript.Parse("copy.sql", testCase.Script).OfType<CopyStatement>().LastOrDefault()?.Table ?? new TableName(null, "target");
        }
        catch (ConfigurationException)
        {
            // A statement that can't be read fills nothing: the table of ddl.sql is to be as it was.
            return SqlScript.Parse("ddl.sql", testCase.Ddl).OfType<CreateTable>().First().Name;
        }
    }

    /// <summary>The columns that facts are told of: those that the case lists, else all but IDENTITY columns; none where nothing tells.</summary>
    public static IReadOnlyList<string> ColumnsOf(ConformanceCase testCase) => testCase.ExpectedRows() is [var header, ..]
        ? [.. header.Select(column => column!)]
        : DefinitionOf(testCase) is { } table ? [.. table.Columns.Where(column => column.Identity is null).Select(column => column.Name)] : [];

    /// <summary>The name of the table's IDENTITY column; null where it has none.</summary>
    public static string? IdentityOf(ConformanceCase testCase) => DefinitionOf(testCase)?.Columns.FirstOrDefault(column => column.Identity is not null)?.Name;

    /// <summary>Every table that a statement of these makes, temporary ones included, as often as it is made.</summary>
    /// <param name="statements">Statements of a case.</param>
    public static IEnumerable<TableName> MadeBy(IEnumerable<SqlSource> statements)
    {
        foreach (var tokens in statements.Select(SqlLexer.Read))
        {
            var at = tokens[0].Is("create") ? tokens.TakeWhile(token => token.Kind != TokenKind.End && !token.Is("table")).Count() + 1 : tokens.Count;
            at += at < tokens.Count && tokens[at].Is("if") ? 3 : 0;
            if (at < tokens.Count && tokens[at].Kind is TokenKind.Word or TokenKind.QuotedName)
            {
                yield return at + 2 < tokens.Count && tokens[at + 1].IsSymbol(".")
                    ? new TableName(tokens[at].Value, tokens[at + 2].Value)
                    : new TableName(null, tokens[at].Value);
            }
        }
    }

    static CreateTable? DefinitionOf(ConformanceCase testCase)
    {
        var name = FilledBy(testCase);
        return SqlScript.Parse("ddl.sql", testCase.Ddl).OfType<CreateTable>().LastOrDefault(table => table.Name == name);
    }
}
