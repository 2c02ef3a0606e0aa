using Starlift.Sql;
using Starlift.Sql.Tree;

namespace Starlift.Redshift;

/// <summary>Whether a statement only reads, judged by its words: for where no transaction of the server's makes sure of it.</summary>
static class RedshiftReads
{
    /// <summary>What in it writes, as a sentence; null where it only reads.</summary>
    public static string? WriterIn(SqlStatement statement) => (statement as OtherStatement)?.Tree switch
    {
        null => "it is no query",
        QueryStatement query => query.DescendantsAndSelf().Any(node => node is IntoClause) ? "SELECT INTO makes a table" : null,
        ShowStatement or ShowObjectsStatement => null,
        // a statement of any other kind is planned only
        ExplainStatement explain => explain.Statement is AnalyzeStatement ? "EXPLAIN ANALYZE may execute what it explains" : null,
        InsertStatement => "INSERT is no query",
        UpdateStatement => "UPDATE is no query",
        DeleteStatement => "DELETE is no query",
        _ => $"{FirstWord(statement.Source)} is no query",
    };

    // they all begin with one
    static string FirstWord(SqlSource source) => string.Concat(source.Sql.TakeWhile(char.IsAsciiLetter)).ToUpperInvariant();
}
