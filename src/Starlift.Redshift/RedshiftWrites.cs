using Starlift.Sql;
using Starlift.Sql.Tree;

namespace Starlift.Redshift;

/// <summary>Which table a statement brings rows into.</summary>
static class RedshiftWrites
{
    /// <summary>The target of an INSERT INTO or MERGE INTO; null for all other statements.</summary>
    public static TableName? TargetOf(SqlStatement statement) => (statement as OtherStatement)?.Tree switch
    {
        InsertStatement insert => TableName.Of(insert.Table),
        MergeStatement merge => TableName.Of(merge.Target),
        _ => null,
    };
}
