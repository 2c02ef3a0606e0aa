using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;

namespace Starlift.Sql.Analysis;

/// <summary>The tables and views that a statement reads, and the one that it makes or changes.</summary>
/// <param name="Read">Each once, in the order in which they are met.</param>
/// <param name="Written">Null where it changes none.</param>
public sealed record TableUse(IReadOnlyList<TableDefinition> Read, TableDefinition? Written)
{
    /// <summary>Those of the statement. A table that is changed counts as read only where its rows are read beside that.</summary>
    public static TableUse Of(BoundStatement statement)
    {
        var written = statement switch
        {
            BoundInsert insert => insert.Table,
            BoundUpdate update => update.Target.Table,
            BoundDelete delete => delete.Target.Table,
            BoundMerge merge => merge.Target.Table,
            BoundCreateTable create => create.Table,
            BoundCreateFromQuery create => create.Table,
            BoundOther other => other.Table,
            _ => null,
        };
        var target = statement switch
        {
            BoundUpdate { TargetIsInFrom: false } update => update.Target,
            BoundDelete delete => delete.Target,
            BoundMerge merge => merge.Target,
            _ => null,
        };
        var read = BoundWalk.Nodes(statement, intoQueries: true).OfType<BoundTable>().Where(table => !ReferenceEquals(table, target)).Select(table => table.Table).Distinct().ToList();
        return new TableUse(read, written);
    }
}
