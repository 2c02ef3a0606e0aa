using Starlift.Sql;
using Starlift.Sql.Tree;

namespace Starlift.Server.Sessions;

/// <summary>Which table's rows a statement changes.</summary>
static class WrittenTable
{
    /// <summary>With its schema; null of a statement that changes no rows of a table that was there.</summary>
    public static TableName? Of(SqlStatement statement) => statement switch
    {
        CopyStatement copy => Named(copy.Table),
        OtherStatement { Tree: InsertStatement insert } => Named(TableName.Of(insert.Table)),
        OtherStatement { Tree: UpdateStatement update } => Named(TableName.Of(update.Table)),
        OtherStatement { Tree: DeleteStatement delete } => Named(TableName.Of(delete.Table)),
        OtherStatement { Tree: MergeStatement merge } => Named(TableName.Of(merge.Target)),
        OtherStatement { Tree: TruncateStatement truncate } => Named(TableName.Of(truncate.Table)),
        _ => null,
    };

    public static TableName Named(TableName table) => table.Schema is null ? new TableName("public", table.Name) : table;
}
