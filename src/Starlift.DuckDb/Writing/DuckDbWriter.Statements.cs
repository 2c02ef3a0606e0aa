using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Tree;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <content>Statements.</content>
sealed partial class DuckDbWriter
{
    const string SeveralMatches = "Found multiple matches to update the same tuple.";

    /// <summary>What stands for a statement that DuckDB has no need of.</summary>
    public const string Nothing = "SELECT 1 WHERE false";

    // no target row may match twice; REMOVE DUPLICATES replaces the rows that match (Amazon Redshift: "MERGE")
    protected override IEnumerable<Fragment> Merge(BoundMerge merge)
    {
        var target = TableName(merge.Target.Table);
        var (alias, source, on) = (Alias(merge.Target), From(merge.Source), Expression(merge.On).Bare);
        yield return $"SELECT CASE WHEN EXISTS (SELECT 1 FROM {target} AS {alias} JOIN {source} ON {on} GROUP BY {alias}.rowid HAVING count(*) > 1) THEN error('{SeveralMatches}') END";
        if (!merge.RemoveDuplicates)
        {
            yield return base.Merge(merge).Single();
            yield break;
        }

        yield return $"DELETE FROM {target} AS {alias} USING {source} WHERE {on}";
        yield return $"INSERT INTO {target} SELECT * FROM {source}";
    }

    // an engine that has no materialized views shows what the tables hold now
    protected override IEnumerable<Fragment> CreateFromQuery(Statement tree, BoundCreateFromQuery create) =>
        base.CreateFromQuery(tree is CreateMaterializedViewStatement view ? new CreateViewStatement(view.Span, false, view.Name, view.Columns, view.Query, false) : tree, create);

    protected override IEnumerable<Fragment> CreateTable(CreateTableStatement tree, BoundCreateTable create) =>
        throw Refuse(create, "CREATE TABLE can't stand in another statement");

    protected override IEnumerable<Fragment> Prepare(PrepareStatement prepare, BoundStatement bound)
    {
        _prepares = true;
        var statements = Statements(prepare.Statement, bound).ToList();
        _prepares = false;
        return statements is [var only]
            ? [(Fragment)$"PREPARE {Quote(prepare.Name.Name)} AS {only}"]
            : throw Refuse(bound, "DuckDB prepares no statement that stands for several of its own", "execute it without PREPARE");
    }

    protected override Fragment DeclareCursor(DeclareCursorStatement cursor, BoundQueryStatement query) =>
        throw Refuse(query, "DuckDB has no cursors", "run the query itself");
}
