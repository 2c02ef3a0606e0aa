using Starlift.Sql;
using Starlift.Sql.Analysis;
using Starlift.Sql.Tree;

namespace Starlift.Server.Sessions;

/// <summary>Which tables a statement reads and writes. Not thread-safe.</summary>
sealed class UsedTables
{
    readonly Dictionary<string, Statement> _prepared = new(StringComparer.Ordinal);

    /// <summary>With their schemas; none of a statement that touches no rows.</summary>
    public IReadOnlyCollection<TableName> Of(SqlStatement statement) => statement switch
    {
        CopyStatement copy => [Named(copy.Table)],
        OtherStatement { Tree: var tree } => [.. OfTree(Meant(tree)).Select(name => Named(TableName.Of(name))).Distinct()],
        _ => [],
    };

    /// <summary>A transaction that is only to read takes the statement (PostgreSQL: "SET TRANSACTION").</summary>
    public bool OnlyReads(SqlStatement statement) => statement is OtherStatement { Tree: var tree } && Meant(tree) switch
    {
        QueryStatement { Query.Body: Select { Into: not null } } => false,
        QueryStatement or DeclareCursorStatement or FetchStatement or CloseStatement or UnloadStatement => true,
        ExplainStatement or ShowStatement or ShowObjectsStatement or AnalyzeStatement => true,
        SetStatement or ResetStatement or TransactionStatement or LockStatement or CancelStatement => true,
        PrepareStatement or ExecuteStatement or DeallocateStatement => true,
        _ => false,
    };

    /// <summary>The statement was executed.</summary>
    public void Follow(SqlStatement statement)
    {
        switch ((statement as OtherStatement)?.Tree)
        {
            case PrepareStatement prepare:
                _prepared[prepare.Name.Name] = prepare.Statement;
                break;
            case DeallocateStatement { Name: { } name }:
                _prepared.Remove(name.Name);
                break;
            case DeallocateStatement:
                _prepared.Clear();
                break;
        }
    }

    public static TableName Named(TableName table) => table.Schema is null ? new TableName("public", table.Name) : table;

    Statement Meant(Statement tree) => tree is ExecuteStatement execute && _prepared.TryGetValue(execute.Name.Name, out var prepared) ? prepared : tree;

    static IEnumerable<QualifiedName> OfTree(Statement tree) => tree is PrepareStatement ? [] : TableReads.Of(tree).Concat(tree switch
    {
        InsertStatement insert => [insert.Table],
        UpdateStatement update => [update.Table],
        DeleteStatement delete => [delete.Table],
        MergeStatement merge => [merge.Target],
        TruncateStatement truncate => [truncate.Table],
        _ => Array.Empty<QualifiedName>(),
    });
}
