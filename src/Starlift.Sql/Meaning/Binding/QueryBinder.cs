using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Gives queries their meaning: WITH, set operations, ORDER BY, LIMIT.</summary>
sealed class QueryBinder
{
    readonly BindContext _context;
    readonly Coercion _coercion;
    readonly ExpressionBinder _expressions;
    readonly SelectBinder _selects;
    readonly CommonTableBinder _commonTables;

    public QueryBinder(BindContext context)
    {
        _context = context;
        _coercion = new Coercion(context);
        var columns = new ColumnBinder(context);
        _expressions = new ExpressionBinder(context, _coercion, columns, this);
        Items = new FromBinder(context, _coercion, columns, _expressions, this);
        _selects = new SelectBinder(context, _coercion, columns, _expressions, Items);
        _commonTables = new CommonTableBinder(context, this);
    }

    public FromBinder Items { get; }

    public ExpressionBinder Expressions => _expressions;

    public Coercion Coercion => _coercion;

    /// <summary>The query.</summary>
    /// <param name="scope">A scope of its own.</param>
    public BoundQuery Bind(Query query, Scope scope)
    {
        _context.Enter(query);
        var tables = BindWith(query.With, scope);
        if (query.Body is Select select)
        {
            return BindSelect(query, select, scope, tables);
        }

        var body = BindBody(query.Body, scope);
        var order = query.OrderBy.Select(item => Output(item, body.Columns)).ToList();
        return Finished(query, tables, body, order, scope);
    }

    /// <summary>A query that stands in an expression.</summary>
    public BoundQuery BindBelow(Query query, Scope scope)
    {
        if (query.With is { Recursive: true } with)
        {
            throw _context.Fail(SqlStates.FeatureNotSupported, "recursive common tables are not supported in subqueries", with.Span);
        }

        var bound = Bind(query, scope.Below());
        return Correlation.HasWindow(bound) && Correlation.Is(bound)
            ? throw _context.Fail(SqlStates.FeatureNotSupported, Correlation.Message, query.Span)
            : bound;
    }

    /// <summary>The common tables of WITH, which are in the scope from then on.</summary>
    public IReadOnlyList<CommonTableDefinition> BindWith(WithClause? with, Scope scope) => with is null ? [] : _commonTables.Bind(with, scope);

    /// <summary>What yields the rows of a query.</summary>
    public BoundBody BindBody(QueryBody body, Scope scope)
    {
        _context.Enter(body);
        return body switch
        {
            Select select => _selects.Bind(select, scope, [], isOutermost: scope.Outer is null).Select,
            SetOperation operation => BindOperation(operation, scope),
            NestedQuery nested => new BoundNestedQuery(nested.Span, Bind(nested.Query, scope)),
            ValuesList values => throw _context.Fail(SqlStates.FeatureNotSupported, "VALUES is supported in INSERT only", values.Span, "write SELECT … UNION ALL SELECT …"),
            _ => throw _context.Fail(SqlStates.FeatureNotSupported, "this query is not supported", body.Span),
        };
    }

    BoundQuery BindSelect(Query query, Select select, Scope scope, IReadOnlyList<CommonTableDefinition> tables)
    {
        if (select.Top is not null && query.Limit is not null)
        {
            throw _context.Fail(SqlStates.SyntaxError, "TOP and LIMIT can't be used in one query", query.Limit.Span);
        }

        var (bound, order) = _selects.Bind(select, scope, query.OrderBy, isOutermost: scope.Outer is null);
        return Finished(query, tables, bound, order, scope);
    }

    BoundQuery Finished(Query query, IReadOnlyList<CommonTableDefinition> tables, BoundBody body, IReadOnlyList<BoundOrder> order, Scope scope)
    {
        var limit = query.Limit?.Count is { } count ? _coercion.Count(_expressions.Bind(count, scope), "LIMIT") : null;
        var offset = query.Offset is { } clause ? _coercion.Count(_expressions.Bind(clause.Count, scope), "OFFSET") : null;
        return new BoundQuery(query.Span, tables, body, order, limit, offset, body.Columns);
    }

    BoundSetOperation BindOperation(SetOperation operation, Scope scope)
    {
        var name = operation.Operator.ToString().ToUpperInvariant();
        if (operation.All && operation.Operator != SetOperator.Union)
        {
            throw _context.Fail(SqlStates.FeatureNotSupported, $"{name} ALL is not supported", operation.Span);
        }

        var left = BindBody(operation.Left, scope.Sibling());
        var right = BindBody(operation.Right, scope.Sibling());
        if (IsOpen(left) || IsOpen(right))
        {
            return new BoundSetOperation(operation.Span, IsOpen(left) ? right.Columns : left.Columns, left, operation.Operator, operation.All, right);
        }

        if (left.Columns.Count != right.Columns.Count)
        {
            throw _context.Fail(SqlStates.SyntaxError, $"each {name} query must have the same number of columns", right.Span);
        }

        var columns = new ResultColumn[left.Columns.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            var (a, b) = (OutputType(left, i), OutputType(right, i));
            var type = CommonTypes.Of([a, b], out var mismatch) ?? throw _coercion.Unmatched(name, mismatch, ItemSpan(right, i));
            CheckLiterals(left, i, type);
            CheckLiterals(right, i, type);
            columns[i] = new ResultColumn(left.Columns[i].Name, type);
        }

        return new BoundSetOperation(operation.Span, columns, Retyped(left, columns), operation.Operator, operation.All, Retyped(right, columns));
    }

    static bool IsOpen(BoundBody body) => body.Columns.Any(column => BoundOpenStar.Is(column.Name, column.Type));

    // a literal of a branch takes the type of the other branch
    static DataType OutputType(BoundBody body, int index) => body switch
    {
        BoundSelect select => OpenType(select.Items[index].Value) ?? select.Columns[index].Type,
        BoundNestedQuery { Query.Body: var inner } => OutputType(inner, index),
        BoundSetOperation operation when OutputType(operation.Left, index) is { IsUnknown: true } left && OutputType(operation.Right, index).IsUnknown => left,
        _ => body.Columns[index].Type,
    };

    static DataType? OpenType(BoundExpression value) => value is BoundLiteral { Type.IsText: true, Text: var text } literal && (text is null || literal.Quoted)
        ? text is null ? DataType.Unknown : LiteralTypes.OfText(text) : null;

    void CheckLiterals(BoundBody body, int index, DataType type)
    {
        switch (body)
        {
            case BoundSelect select when OpenType(select.Items[index].Value) is { } open:
                _coercion.To((BoundLiteral)select.Items[index].Value with { Type = open }, type);
                break;
            case BoundNestedQuery nested:
                CheckLiterals(nested.Query.Body, index, type);
                break;
            case BoundSetOperation operation:
                CheckLiterals(operation.Left, index, type);
                CheckLiterals(operation.Right, index, type);
                break;
        }
    }

    // what each branch yields is converted to the common types
    BoundBody Retyped(BoundBody body, ResultColumn[] columns)
    {
        switch (body)
        {
            case BoundSelect select:
                var items = select.Items.Select((item, i) => item with { Value = Retyped(item.Value, columns[i].Type) }).ToList();
                return select with { Items = items, Columns = [.. select.Columns.Select((column, i) => column with { Type = columns[i].Type })] };
            case BoundNestedQuery { Query: { } query }:
                var inner = Retyped(query.Body, columns);
                return new BoundNestedQuery(body.Span, query with { Body = inner, Columns = inner.Columns });
            case BoundSetOperation operation:
                return operation with
                {
                    Left = Retyped(operation.Left, columns),
                    Right = Retyped(operation.Right, columns),
                    Columns = [.. operation.Columns.Select((column, i) => column with { Type = columns[i].Type })],
                };
            default:
                return body;
        }
    }

    BoundExpression Retyped(BoundExpression value, DataType type) =>
        OpenType(value) is { } open ? _coercion.To((BoundLiteral)value with { Type = open }, type) : _coercion.To(value, type);

    static TextSpan ItemSpan(BoundBody body, int index) => body is BoundSelect select ? select.Items[index].Value.Span : body.Span;

    // the whole of a set operation is ordered by its columns only
    BoundOrder Output(OrderItem item, IReadOnlyList<ResultColumn> columns)
    {
        var index = item.Value switch
        {
            ColumnReference { Parts: [var name] } => Named(columns, _context.NameOf(name), item.Value.Span),
            NumberLiteral number => Numbered(columns, number),
            _ => throw _context.Fail(SqlStates.FeatureNotSupported, "Invalid UNION/INTERSECT/EXCEPT ORDER BY clause", item.Value.Span, "order by a name or the position of a column of the result"),
        };
        return new BoundOrder(new BoundOutput(item.Value.Span, columns[index].Type, index), item.Descending, item.NullsFirst ?? item.Descending);
    }

    int Named(IReadOnlyList<ResultColumn> columns, string name, TextSpan span)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Name == name)
            {
                return i;
            }
        }

        throw _context.Fail(SqlStates.UndefinedColumn, $"column \"{name}\" does not exist", span);
    }

    int Numbered(IReadOnlyList<ResultColumn> columns, NumberLiteral number) =>
        int.TryParse(number.Digits, out var position) && position >= 1 && position <= columns.Count
            ? position - 1
            : throw _context.Fail(SqlStates.InvalidColumnReference, $"ORDER BY position {number.Digits} is not in select list", number.Span);
}
