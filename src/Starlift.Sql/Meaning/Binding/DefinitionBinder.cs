using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Gives statements their meaning that make or change tables and views.</summary>
sealed class DefinitionBinder(BindContext context, QueryBinder queries)
{
    static readonly string[] SystemColumns = ["oid", "tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"];

    public BoundCreateTable Bind(CreateTableStatement create)
    {
        var columns = new List<ColumnDefinition>(create.Elements.Count);
        var defaults = new Dictionary<int, BoundExpression>();
        foreach (var element in create.Elements)
        {
            switch (element)
            {
                case TableColumn column:
                    var definition = Column(column);
                    foreach (var attribute in column.Attributes)
                    {
                        if (attribute is { Kind: ColumnAttributeKind.Default, Value: { } value })
                        {
                            defaults[columns.Count] = Default(value, definition);
                        }
                    }

                    columns.Add(definition);
                    break;
                case TableConstraint { Kind: ConstraintKind.Check } check:
                    throw NoCheck(check.Span);
                case TableLike like:
                    columns.AddRange(queries.Items.Table(like.Table).Columns.Select(column => column with { IsIdentity = false }));
                    break;
            }
        }

        CheckNames(columns.ConvertAll(column => column.Name), create.Span);
        return new BoundCreateTable(create.Span, Made(create.Name, create.Temporary, TableKind.Table, columns), defaults, create.IfNotExists);
    }

    /// <summary>A table of a query's rows.</summary>
    public BoundCreateFromQuery Bind(TextSpan span, QualifiedName name, bool isTemporary, IReadOnlyList<Identifier> names, Query query)
    {
        var bound = queries.Bind(query, Scope.Root());
        var columns = Columns(span, names, bound.Columns);
        return new BoundCreateFromQuery(span, Made(name, isTemporary, TableKind.Table, columns) with { IsOpen = IsOpen(bound) }, bound, Replaces: false);
    }

    public BoundCreateFromQuery Bind(CreateViewStatement view)
    {
        if (!view.NoSchemaBinding)
        {
            return BindView(view.Span, view.Name, view.Columns, view.Query, view.OrReplace);
        }

        // what such a view names need not be there yet
        try
        {
            return BindView(view.Span, view.Name, view.Columns, view.Query, view.OrReplace);
        }
        catch (SqlException missing) when (missing.State is SqlStates.UndefinedTable or SqlStates.UndefinedColumn)
        {
            return new BoundCreateFromQuery(view.Span, Made(view.Name, false, TableKind.View, []) with { IsOpen = true }, null, view.OrReplace);
        }
    }

    public BoundCreateFromQuery BindView(TextSpan span, QualifiedName name, IReadOnlyList<Identifier> names, Query query, bool orReplace)
    {
        var bound = queries.Bind(query, Scope.Root());
        var view = Made(name, false, TableKind.View, Columns(span, names, bound.Columns)) with { IsOpen = IsOpen(bound) };
        if (orReplace && context.Catalogue.Find(view.Schema, view.Name) is { Kind: TableKind.View, IsOpen: false } before)
        {
            CheckReplaces(before, view, name.Span);
        }

        return new BoundCreateFromQuery(span, view, bound, orReplace);
    }

    // a view keeps its columns
    void CheckReplaces(TableDefinition before, TableDefinition view, TextSpan span)
    {
        if (before.Columns.Count != view.Columns.Count)
        {
            throw context.Fail(SqlStates.InvalidTableDefinition, "cannot change number of columns in view", span, "drop the view first");
        }

        for (var i = 0; i < view.Columns.Count; i++)
        {
            var (old, made) = (before.Columns[i], view.Columns[i]);
            if (old.Name != made.Name || old.Type.Kind != made.Type.Kind)
            {
                throw context.Fail(
                    SqlStates.InvalidTableDefinition, $"cannot change {(old.Name != made.Name ? "name" : "data type")} of view column \"{old.Name}\"", span, "drop the view first");
            }
        }
    }

    /// <summary>The position of a column that a changing statement names.</summary>
    public int IndexOf(TableDefinition table, Identifier column)
    {
        var name = context.NameOf(column);
        return table.IndexOf(name) is >= 0 and var index
            ? index
            : throw context.Fail(SqlStates.UndefinedColumn, $"column \"{name}\" of relation \"{table.Name}\" does not exist", column.Span);
    }

    /// <summary>A column as a table has it.</summary>
    public ColumnDefinition Column(TableColumn column)
    {
        var name = context.NameOf(column.Name);
        var type = context.TypeOf(column.Type, inTable: true);
        if (column.Attributes.FirstOrDefault(attribute => attribute.Kind == ColumnAttributeKind.Check) is { } check)
        {
            throw NoCheck(check.Span);
        }

        if (Array.IndexOf(SystemColumns, name) >= 0)
        {
            throw context.Fail(SqlStates.DuplicateColumn, $"column name \"{name}\" conflicts with a system column name", column.Name.Span);
        }

        return type.Kind is TypeKind.Interval or TypeKind.Name or TypeKind.Oid or TypeKind.RegClass or TypeKind.RegType or TypeKind.RegProc or TypeKind.InternalChar
            ? throw context.Fail(SqlStates.FeatureNotSupported, $"Column \"{name}\" has unsupported type \"{TypeNames.Short(type.Kind)}\"", column.Type.Span)
            : new ColumnDefinition(name, type) { IsIdentity = column.Attributes.Any(attribute => attribute.Kind == ColumnAttributeKind.Identity) };
    }

    /// <summary>The default that a column states, as it takes it; null without one.</summary>
    public BoundExpression? DefaultOf(TableColumn column) =>
        column.Attributes.FirstOrDefault(attribute => attribute.Kind == ColumnAttributeKind.Default)?.Value is { } value ? Default(value, Column(column)) : null;

    SqlException NoCheck(TextSpan span) =>
        context.Fail(SqlStates.FeatureNotSupported, "CHECK constraints are not supported", span, "Redshift has no CHECK: leave it out, and look for such rows with a query");

    BoundExpression Default(Expression value, ColumnDefinition column)
    {
        var bound = queries.Expressions.Bind(value, Scope.Root());
        return BoundWalk.Nodes(bound, intoQueries: false).Any(node => node is BoundQuery)
            ? throw context.Fail(SqlStates.FeatureNotSupported, "cannot use subquery in default expression", value.Span)
            : queries.Coercion.Assigned(bound, column.Name, column.Type);
    }

    List<ColumnDefinition> Columns(TextSpan span, IReadOnlyList<Identifier> names, IReadOnlyList<ResultColumn> result)
    {
        if (names.Count > result.Count)
        {
            throw context.Fail(SqlStates.SyntaxError, "CREATE TABLE AS specifies too many column names", names[result.Count].Span);
        }

        // what isn't known can't be told from what is behind it
        var known = result.TakeWhile(column => !BoundOpenStar.Is(column.Name, column.Type));
        var columns = known.Select((column, i) => new ColumnDefinition(i < names.Count ? context.NameOf(names[i]) : column.Name, Stored(column.Type))).ToList();
        CheckNames(columns.ConvertAll(column => column.Name), span);
        return columns;
    }

    static bool IsOpen(BoundQuery query) => query.Columns.Any(column => BoundOpenStar.Is(column.Name, column.Type));

    // what an expression may be of any length of, a column isn't
    static DataType Stored(DataType type) => type.Kind switch
    {
        TypeKind.Varchar when type.Length is 0 or > DataType.MaxVarchar => DataType.Varchar(DataType.MaxVarchar),
        TypeKind.Varbyte when type.Length == 0 => DataType.Varbyte(DataType.DefaultVarbyte),
        TypeKind.Unknown => DataType.Varchar(DataType.MaxVarchar),
        _ => type,
    };

    void CheckNames(List<string> names, TextSpan span)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!seen.Add(name))
            {
                throw context.Fail(SqlStates.DuplicateColumn, $"column \"{name}\" specified more than once", span);
            }
        }
    }

    TableDefinition Made(QualifiedName name, bool isTemporary, TableKind kind, IReadOnlyList<ColumnDefinition> columns)
    {
        var table = context.NameOf(name.Parts[^1]);
        var schema = name.Parts.Count > 1 ? context.NameOf(name.Parts[^2]) : null;
        if (schema is not null && !context.Catalogue.HasSchema(schema))
        {
            throw context.Fail(SqlStates.UndefinedSchema, $"schema \"{schema}\" does not exist", name.Span);
        }

        return isTemporary || table.StartsWith('#')
            ? new TableDefinition(Catalogue.TemporarySchema, table, columns) { Kind = TableKind.Temporary }
            : new TableDefinition(schema ?? context.Catalogue.DefaultSchema, table, columns) { Kind = kind };
    }
}
