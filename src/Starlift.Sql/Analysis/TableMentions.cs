using Starlift.Sql.Tree;

namespace Starlift.Sql.Analysis;

/// <summary>The names of tables and views that the binder looks up for a statement, told from its tree alone.</summary>
public static class TableMentions
{
    /// <summary>What the statement reads, and what it changes. What it makes is none, but for a view that may be there already.</summary>
    public static IReadOnlyList<QualifiedName> Of(Statement statement) => [.. TableReads.Of(statement), .. Changed(statement)];

    static IEnumerable<QualifiedName> Changed(Statement statement) => statement switch
    {
        InsertStatement insert => [insert.Table],
        UpdateStatement update => [update.Table],
        DeleteStatement delete => [delete.Table],
        MergeStatement merge => [merge.Target],
        TruncateStatement truncate => [truncate.Table],
        CopyTableStatement copy => [copy.Table],
        AlterTableStatement alter => [alter.Table, .. alter.Actions.OfType<AppendFrom>().Select(append => append.Source)],
        CommentStatement { Kind: ObjectKind.Table or ObjectKind.View } comment => [comment.Name.Name],
        ShowObjectsStatement { What: "table" or "view" or "materialized view", Of: { } of } => [of.Name],
        CreateTableStatement create => create.Elements.OfType<TableLike>().Select(like => like.Table),
        CreateViewStatement { OrReplace: true } view => [view.Name],
        ExplainStatement explain => Changed(explain.Statement),
        PrepareStatement prepare => Changed(prepare.Statement),
        _ => [],
    };
}
