using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Writing;

/// <content>Statements.</content>
public abstract partial class EngineWriter
{
    /// <summary>The engine's statements for one, at least one.</summary>
    protected virtual IEnumerable<Fragment> Statements(Statement tree, BoundStatement bound) => (tree, bound) switch
    {
        (ExplainStatement explain, _) => Explain(explain, bound),
        (DeclareCursorStatement cursor, BoundQueryStatement query) => [DeclareCursor(cursor, query)],
        (PrepareStatement prepare, _) => Prepare(prepare, bound),
        (_, BoundQueryStatement query) => [Query(query.Query)],
        (_, BoundInsert insert) => [Insert(insert)],
        (_, BoundUpdate update) => [Update(update)],
        (_, BoundDelete delete) => [Delete(delete)],
        (_, BoundMerge merge) => Merge(merge),
        (_, BoundCreateFromQuery create) => CreateFromQuery(tree, create),
        (CreateTableStatement table, BoundCreateTable create) => CreateTable(table, create),
        (_, BoundOther other) => Other(other),
        _ => throw new InvalidOperationException($"unknown statement {bound.GetType().Name}"),
    };

    /// <summary>Refuses a statement that the engine's parser would refuse in words of its own; says nothing of others.</summary>
    /// <param name="other">The statement.</param>
    /// <param name="engine">The engine's name.</param>
    /// <param name="hasRoutines">The engine has procedures and functions in SQL as Redshift has them.</param>
    protected void RefuseUnknown(BoundOther other, string engine, bool hasRoutines)
    {
        var what = other.Statement switch
        {
            CreateRoutineStatement { Kind: var kind } when !hasRoutines => $"CREATE {Words(kind)}",
            DropStatement { Kind: (ObjectKind.Procedure or ObjectKind.Function) and var kind } when !hasRoutines => $"DROP {Words(kind)}",
            CallStatement when !hasRoutines => "CALL",
            CreateObjectStatement { Kind: (ObjectKind.ExternalTable or ObjectKind.ExternalSchema or ObjectKind.ExternalFunction or ObjectKind.Library or ObjectKind.Model or ObjectKind.Datashare or ObjectKind.Policy or ObjectKind.IdentityProvider) and var kind } => $"CREATE {Words(kind)}",
            AlterObjectStatement { Kind: (ObjectKind.Schema or ObjectKind.ExternalSchema or ObjectKind.Datashare or ObjectKind.Procedure or ObjectKind.Function or ObjectKind.MaterializedView) and var kind } when !hasRoutines => $"ALTER {Words(kind)}",
            _ => null,
        };
        if (what is not null)
        {
            throw Refuse(other, $"{what} is not supported on {engine}", "it runs on Redshift only: write what it does as statements of the script");
        }
    }

    // a word for each part of the name
    static string Words(ObjectKind kind) => string.Concat(kind.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}")).ToUpperInvariant();

    /// <summary>EXPLAIN.</summary>
    protected virtual IEnumerable<Fragment> Explain(ExplainStatement explain, BoundStatement bound) =>
        Statements(explain.Statement, bound).Select(statement => (Fragment)$"EXPLAIN {statement}");

    /// <summary>DECLARE CURSOR.</summary>
    protected virtual Fragment DeclareCursor(DeclareCursorStatement cursor, BoundQueryStatement query) =>
        $"DECLARE {Quote(cursor.Name.Name)} CURSOR FOR {Query(query.Query)}";

    /// <summary>PREPARE.</summary>
    protected virtual IEnumerable<Fragment> Prepare(PrepareStatement prepare, BoundStatement bound) =>
        Statements(prepare.Statement, bound).Select(statement => (Fragment)$"PREPARE {Quote(prepare.Name.Name)} AS {statement}");

    /// <summary>CREATE TABLE.</summary>
    protected abstract IEnumerable<Fragment> CreateTable(CreateTableStatement tree, BoundCreateTable create);

    /// <summary>ALTER TABLE APPEND: the rows go from one table to the other.</summary>
    protected IEnumerable<Fragment> Append(BoundOther other)
    {
        var (target, source) = (TableName(other.Table!), TableName(other.Source!));
        var columns = string.Join(", ", other.Table!.Columns.Where(column => other.Source!.IndexOf(column.Name) >= 0 && !column.IsIdentity).Select(column => Quote(column.Name)));
        return [Fragment.Of($"INSERT INTO {target} ({columns}) SELECT {columns} FROM {source}"), Fragment.Of($"DELETE FROM {source}")];
    }

    /// <summary>A statement without expressions, said from its tree.</summary>
    protected abstract IEnumerable<Fragment> Other(BoundOther other);

    /// <summary>CREATE TABLE AS, SELECT INTO, CREATE VIEW, CREATE MATERIALIZED VIEW.</summary>
    protected virtual IEnumerable<Fragment> CreateFromQuery(Statement tree, BoundCreateFromQuery create)
    {
        var name = TableName(create.Table);
        if (create.Query is not { } query)
        {
            throw Refuse(create, "the view names tables that are not there", "make the tables first: this engine keeps no view without its tables");
        }

        var columns = create.Table.IsOpen ? null : create.Table.Columns.Select(column => new ResultColumn(column.Name, column.Type)).ToList();
        var verb = (tree, create.Table.Kind) switch
        {
            (CreateMaterializedViewStatement, _) => "CREATE MATERIALIZED VIEW",
            (_, TableKind.View) => create.Replaces ? "CREATE OR REPLACE VIEW" : "CREATE VIEW",
            (_, TableKind.Temporary) => "CREATE TEMP TABLE",
            _ => "CREATE TABLE",
        };
        return [$"{verb} {(tree is CreateTableAsStatement { IfNotExists: true } ? "IF NOT EXISTS " : "")}{name} AS {Query(query, columns)}"];
    }
}
