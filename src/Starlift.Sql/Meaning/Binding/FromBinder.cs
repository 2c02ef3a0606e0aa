using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Functions;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Gives FROM its meaning (Amazon Redshift: "FROM clause", "Querying semi-structured data").</summary>
sealed class FromBinder
{
    readonly BindContext _context;
    readonly ColumnBinder _columns;
    readonly ExpressionBinder _expressions;
    readonly QueryBinder _queries;
    readonly JoinBinder _joins;
    readonly PivotBinder _pivots;

    public FromBinder(BindContext context, Coercion coercion, ColumnBinder columns, ExpressionBinder expressions, QueryBinder queries)
    {
        (_context, _columns, _expressions, _queries) = (context, columns, expressions, queries);
        _joins = new JoinBinder(context, expressions, this);
        _pivots = new PivotBinder(context, coercion, expressions, this);
    }

    /// <summary>Binds the items between commas and adds them to the scope, each before the next, which may go into its arrays.</summary>
    public BoundFrom? BindAll(IReadOnlyList<FromItem> items, Scope scope)
    {
        var all = default(BoundFrom);
        foreach (var item in items)
        {
            var bound = Bind(item, scope);
            CheckNames(scope.Sources, bound.Sources);
            scope.Add(bound);
            all = all is null ? bound.From : new BoundJoin(TextSpan.Between(all.Span, bound.From.Span), all, JoinKind.Cross, bound.From, null, []);
        }

        return all;
    }

    /// <summary>Binds an item; what it may refer to is in the scope already.</summary>
    public FromResult Bind(FromItem item, Scope scope)
    {
        _context.Enter(item);
        return item switch
        {
            TableReference table => BindTable(table, scope),
            SubqueryItem subquery => BindSubquery(subquery, scope),
            JoinItem join => _joins.Bind(join, scope),
            ParenthesizedItem brackets => BindBrackets(brackets, scope),
            ArrayItem array => Elements(array.Span, _expressions.Bind(array.Path, scope), array.Alias, array.Index, NameOf(array.Path)),
            ObjectItem @object => BindObject(@object, scope),
            FunctionItem function => BindFunction(function, scope),
            PivotItem pivot => _pivots.Bind(pivot, scope),
            UnpivotItem unpivot => _pivots.Bind(unpivot, scope),
            _ => throw _context.Fail(SqlStates.FeatureNotSupported, "this item of FROM is not supported", item.Span),
        };
    }

    /// <summary>No two tables of one FROM have the same name.</summary>
    public void CheckNames(IEnumerable<BoundSource> before, IReadOnlyList<BoundSource> added)
    {
        foreach (var earlier in before)
        {
            foreach (var source in added)
            {
                if (source.Name is { } name && name == earlier.Name && !IsOtherSchema(source, earlier))
                {
                    throw _context.Fail(SqlStates.DuplicateAlias, $"table name \"{name}\" specified more than once", source.Span);
                }
            }
        }
    }

    /// <summary>The table of that name, or the error that there is none.</summary>
    public TableDefinition Table(QualifiedName name)
    {
        var schema = name.Parts.Count > 1 ? _context.NameOf(name.Parts[^2]) : null;
        var table = _context.NameOf(name.Parts[^1]);
        return _context.Catalogue.Find(schema, table) ?? throw (schema is not null && !_context.Catalogue.HasSchema(schema)
            ? _context.Fail(SqlStates.UndefinedSchema, $"schema \"{schema}\" does not exist", name.Span)
            : _context.Fail(SqlStates.UndefinedTable, $"relation \"{(schema is null ? table : $"{schema}.{table}")}\" does not exist", name.Span));
    }

    /// <summary>A source over a table.</summary>
    public BoundTable Source(TextSpan span, TableDefinition table, TableAlias? alias)
    {
        if (table.Kind is not (TableKind.LeaderSystem or TableKind.Unknown))
        {
            _context.ReadsComputeTables = true;
        }

        var columns = Renamed([.. table.Columns.Select(column => new SourceColumn(column.Name, column.Type))], alias, span, table.IsOpen);
        return new BoundTable(span, alias is null ? table.Name : _context.NameOf(alias.Name), columns, table, alias is not null);
    }

    /// <summary>The columns by the names that an alias gives them.</summary>
    public List<SourceColumn> Renamed(List<SourceColumn> columns, TableAlias? alias, TextSpan span, bool isOpen = false)
    {
        for (var i = 0; i < (alias?.Columns.Count ?? 0); i++)
        {
            var name = alias!.Columns[i];
            if (i < columns.Count)
            {
                columns[i] = columns[i] with { Name = _context.NameOf(name.Name) };
            }
            else if (isOpen)
            {
                columns.Add(new SourceColumn(_context.NameOf(name.Name), name.Type is null ? DataType.Open : _context.TypeOf(name.Type, inTable: false)));
            }
            else
            {
                throw _context.Fail(
                    SqlStates.InvalidColumnReference,
                    $"table \"{_context.NameOf(alias.Name)}\" has {columns.Count} columns available but {alias.Columns.Count} columns specified",
                    span);
            }
        }

        return columns;
    }

    FromResult BindTable(TableReference reference, Scope scope)
    {
        var parts = reference.Name.Parts;
        var name = _context.NameOf(parts[^1]);
        if (_columns.BindArray(parts, reference.Name.Span, scope) is { } array)
        {
            return Elements(reference.Span, array, reference.Alias, null, name);
        }

        if (parts.Count == 1 && CommonTables.Find(scope.CommonTables, name) is { } common)
        {
            var columns = Renamed([.. common.Columns], reference.Alias, reference.Span);
            return FromResult.Of(new BoundCommonTable(reference.Span, reference.Alias is null ? name : _context.NameOf(reference.Alias.Name), columns, common));
        }

        return FromResult.Of(Source(reference.Span, Table(reference.Name), reference.Alias));
    }

    FromResult BindSubquery(SubqueryItem item, Scope scope)
    {
        if (item.Query.With is { Recursive: true } with)
        {
            throw _context.Fail(SqlStates.FeatureNotSupported, "recursive common tables are not supported in subqueries", with.Span);
        }

        var query = _queries.Bind(item.Query, item.Lateral ? scope.Below() : scope.Beside());
        var columns = Renamed([.. query.Columns.Select(column => new SourceColumn(column.Name, column.Type))], item.Alias, item.Span);
        return FromResult.Of(new BoundDerivedTable(item.Span, item.Alias is null ? null : _context.NameOf(item.Alias.Name), columns, query));
    }

    // with an alias the brackets hide what is in them
    FromResult BindBrackets(ParenthesizedItem item, Scope scope)
    {
        var inner = Bind(item.Inner, scope);
        return item.Alias is null
            ? inner
            : throw _context.Fail(SqlStates.FeatureNotSupported, "an alias of a join in brackets is not supported", item.Alias.Span, "name the tables in the brackets");
    }

    FromResult Elements(TextSpan span, BoundExpression array, TableAlias? alias, Identifier? index, string? pathName)
    {
        if (!array.Type.IsSuper && !array.Type.IsUnknown)
        {
            throw _context.Fail(SqlStates.WrongObjectType, $"only a SUPER value can be unnested, not type {TypeNames.Bare(array.Type.Kind)}", array.Span);
        }

        var name = alias is null ? pathName ?? "?column?" : _context.NameOf(alias.Name);
        var element = alias?.Columns is [var first, ..] ? _context.NameOf(first.Name) : name;
        List<SourceColumn> columns = [new(element, DataType.Super)];
        if (index is not null)
        {
            columns.Add(new SourceColumn(_context.NameOf(index), DataType.BigInt));
        }

        return FromResult.Of(new BoundElements(span, name, columns, array, index is not null));
    }

    FromResult BindObject(ObjectItem item, Scope scope)
    {
        var value = _expressions.Bind(item.Path, scope);
        if (!value.Type.IsSuper && !value.Type.IsUnknown)
        {
            throw _context.Fail(SqlStates.WrongObjectType, $"only a SUPER value can be unpivoted, not type {TypeNames.Bare(value.Type.Kind)}", value.Span);
        }

        var name = item.Alias is null ? NameOf(item.Path) ?? "?column?" : _context.NameOf(item.Alias.Name);
        List<SourceColumn> columns = [new(name, DataType.Super)];
        if (item.Attribute is not null)
        {
            columns.Add(new SourceColumn(_context.NameOf(item.Attribute), DataType.Text));
        }

        return FromResult.Of(new BoundAttributes(item.Span, name, columns, value));
    }

    FromResult BindFunction(FunctionItem item, Scope scope)
    {
        if (item.Call is FunctionCall { Name.Parts: [.., { Name: "unnest" }], Arguments: [var array] })
        {
            return Unnest(item, _expressions.Bind(array, scope));
        }

        var call = _expressions.BindKnown(item.Call, scope);
        var name = item.Alias is null ? ResultNames.Of(item.Call, _context) : _context.NameOf(item.Alias.Name);
        var isOpen = call.Type.Kind == TypeKind.Record;
        if (isOpen && item.Alias is { Columns.Count: > 0 } named)
        {
            // they are those that the statement tells
            return FromResult.Of(new BoundFunctionSource(item.Span, name, Renamed([], named, item.Span, isOpen: true), call, false));
        }

        List<SourceColumn> columns = isOpen ? [] : [new(name, call.Type)];
        return FromResult.Of(new BoundFunctionSource(item.Span, name, Renamed(columns, item.Alias, item.Span, isOpen), call, isOpen));
    }

    // UNNEST(array) [WITH OFFSET] AS u (element, position)
    FromResult Unnest(FunctionItem item, BoundExpression array)
    {
        if (array.Type.Kind == TypeKind.Array)
        {
            var element = item.Alias is null ? "unnest" : _context.NameOf(item.Alias.Name);
            return FromResult.Of(new BoundFunctionSource(item.Span, element, Renamed([new(element, DataType.Open)], item.Alias, item.Span), new BoundCall(item.Span, DataType.Open, FunctionRow.OfOthers("unnest"), [array]), false));
        }

        if (!array.Type.IsSuper && !array.Type.IsUnknown)
        {
            throw _context.Fail(SqlStates.WrongObjectType, $"only a SUPER value can be unnested, not type {TypeNames.Bare(array.Type.Kind)}", array.Span);
        }

        var name = item.Alias is null ? "unnest" : _context.NameOf(item.Alias.Name);
        List<SourceColumn> columns = [new(name, DataType.Super)];
        if (item.WithOffset)
        {
            columns.Add(new SourceColumn("offset_col", DataType.BigInt));
        }

        return FromResult.Of(new BoundElements(item.Span, name, Renamed(columns, item.Alias, item.Span), array, item.WithOffset) { IsUnnest = true });
    }

    string? NameOf(Expression path) => path switch
    {
        ColumnReference column => _context.NameOf(column.Parts[^1]),
        FieldAccess field => _context.NameOf(field.Field),
        Subscript subscript => NameOf(subscript.Operand),
        _ => null,
    };

    // two tables of one name in two schemas are told apart by these
    static bool IsOtherSchema(BoundSource one, BoundSource other) =>
        one is BoundTable { HasAlias: false } a && other is BoundTable { HasAlias: false } b && a.Table.Schema != b.Table.Schema;
}
