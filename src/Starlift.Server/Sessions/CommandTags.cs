using Starlift.Sql;
using Starlift.Sql.Tree;

namespace Starlift.Server.Sessions;

/// <summary>How a statement that is done is told: as PostgreSQL 8.0 does, whose SELECT has no count.</summary>
static class CommandTags
{
    public static string Of(SqlStatement statement, long? count) => statement switch
    {
        CopyStatement => "COPY",
        CreateTable => "CREATE TABLE",
        DropTable => "DROP TABLE",
        CommentOn => "COMMENT",
        OtherStatement { Tree: var tree } => OfTree(tree, count ?? 0),
        _ => "OK",
    };

    static string OfTree(Statement tree, long count) => tree switch
    {
        QueryStatement { Query.Body: Select { Into: not null } } => "SELECT",
        QueryStatement or ShowObjectsStatement => "SELECT",
        ShowStatement => "SHOW",
        ExplainStatement => "EXPLAIN",
        FetchStatement => "FETCH",
        InsertStatement => $"INSERT 0 {count}",
        UpdateStatement => $"UPDATE {count}",
        DeleteStatement => $"DELETE {count}",
        MergeStatement => $"MERGE {count}",
        CreateTableAsStatement => "SELECT",
        TransactionStatement { Kind: TransactionKind.Begin } => "BEGIN",
        TransactionStatement { Kind: TransactionKind.Commit } => "COMMIT",
        TransactionStatement => "ROLLBACK",
        DropStatement drop => $"DROP {Words(drop.Kind.ToString())}",
        _ => Words(tree.GetType().Name.Replace(nameof(Statement), "", StringComparison.Ordinal)),
    };

    // AlterTable: ALTER TABLE
    static string Words(string name) =>
        string.Concat(name.Select((letter, index) => index > 0 && char.IsUpper(letter) ? $" {letter}" : $"{char.ToUpperInvariant(letter)}"));
}
