using System.Globalization;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Writing;

/// <content>Expressions, apart from calls and conversions.</content>
public abstract partial class EngineWriter
{
    readonly Names _names = new();
    Dictionary<BoundExpression, Fragment> _aliased = new(ReferenceEqualityComparer.Instance);

    /// <summary>The expression, with brackets where it needs some beside an operator: <see cref="Fragment.Bare"/> takes them off.</summary>
    public Fragment Expression(BoundExpression expression)
    {
        Enter(expression);
        return (_groups.Count > 0 && OfGroup(expression) is { } group ? group : Text(expression)).At(expression.Span);
    }

    /// <summary>A literal of a known type.</summary>
    protected abstract Fragment Literal(BoundLiteral literal);

    /// <summary>An interval that is written.</summary>
    protected abstract Fragment Interval(BoundInterval interval);

    /// <summary>A path into a SUPER value; what it yields is one.</summary>
    protected abstract Fragment Path(BoundPath path);

    /// <summary>OBJECT_TRANSFORM.</summary>
    protected virtual Fragment ObjectTransform(BoundObjectTransform transform) => throw Refuse(transform, "OBJECT_TRANSFORM is not supported here");

    /// <summary>A parameter of a prepared statement.</summary>
    protected virtual Fragment Placeholder(BoundPlaceholder placeholder) => $"${placeholder.Number}";

    /// <summary>LIKE, ILIKE and SIMILAR TO.</summary>
    protected abstract Fragment Like(BoundLike like);

    /// <summary>An operator between two values.</summary>
    protected virtual Fragment Binary(BoundBinary binary) => binary.Operator switch
    {
        BinaryOperator.And or BinaryOperator.Or => Chain(binary),
        >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual => Comparison(binary),
        >= BinaryOperator.Match and <= BinaryOperator.NotMatchIgnoringCase => Match(binary),
        BinaryOperator.Like or BinaryOperator.NotLike => Like(new BoundLike(binary.Span, binary.Left, LikeKind.Like, binary.Right, null, binary.Operator == BinaryOperator.NotLike)),
        BinaryOperator.ILike or BinaryOperator.NotILike => Like(new BoundLike(binary.Span, binary.Left, LikeKind.ILike, binary.Right, null, binary.Operator == BinaryOperator.NotILike)),
        _ => Arithmetic(binary),
    };

    /// <summary>+ - * / % ^ ||, bits and shifts.</summary>
    protected virtual Fragment Arithmetic(BoundBinary binary) => Infix(binary);

    /// <summary>A comparison of two values.</summary>
    protected virtual Fragment Comparison(BoundBinary binary) =>
        binary is { Left: BoundRow left, Right: BoundRow right }
            ? Rows(binary, left, right)
            : ((Fragment)$"{Comparable(binary.Left)} {OperatorSymbols.Of(binary.Operator)} {Comparable(binary.Right)}").InBrackets();

    /// <summary>A value as it stands in a comparison: where the engine counts what Redshift doesn't, such as trailing blanks, without that.</summary>
    protected virtual Fragment Comparable(BoundExpression value) => Expression(value);

    /// <summary>~ and its kin.</summary>
    protected virtual Fragment Match(BoundBinary binary) => Infix(binary);

    /// <summary>An operator before a value.</summary>
    protected virtual Fragment Unary(BoundUnary unary) => unary.Operator switch
    {
        UnaryOperator.Not => ((Fragment)$"NOT {Expression(unary.Operand)}").InBrackets(),
        UnaryOperator.Plus => Expression(unary.Operand),
        UnaryOperator.Minus => ((Fragment)$"- {Expression(unary.Operand)}").InBrackets(),
        UnaryOperator.BitwiseNot => ((Fragment)$"~ {Expression(unary.Operand)}").InBrackets(),
        UnaryOperator.Absolute => $"abs({Expression(unary.Operand).Bare})",
        UnaryOperator.SquareRoot => $"sqrt({Expression(unary.Operand).Bare})",
        UnaryOperator.CubeRoot => $"cbrt({Expression(unary.Operand).Bare})",
        _ => Prior(unary),
    };

    /// <summary>The operator between both, as Redshift writes it.</summary>
    protected Fragment Infix(BoundBinary binary) => Infix(binary, OperatorSymbols.Of(binary.Operator));

    /// <summary>An operator of the engine's between both.</summary>
    protected Fragment Infix(BoundBinary binary, string symbol) => ((Fragment)$"{Expression(binary.Left)} {symbol} {Expression(binary.Right)}").InBrackets();

    /// <summary>Values in brackets.</summary>
    protected Fragment Row(IReadOnlyList<BoundExpression> items) => $"({Fragment.Join(", ", items.Select(item => Expression(item).Bare))})";

    /// <summary>A comparison with the rows of a query.</summary>
    protected virtual Fragment QueryComparison(BoundQueryComparison comparison)
    {
        var operand = comparison.Operands is [var only] ? Comparable(only) : $"({Fragment.Join(", ", comparison.Operands.Select(operand => Comparable(operand).Bare))})";
        var query = Compared(comparison);
        Fragment text = comparison is { Operator: BinaryOperator.Equal, All: false }
            ? (Fragment)$"{operand} {(comparison.Negated ? "NOT IN" : "IN")} ({query})"
            : $"{operand} {OperatorSymbols.Of(comparison.Operator)} {(comparison.All ? "ALL" : "ANY")} ({query})";
        return text.InBrackets();
    }

    // of several tables whose columns aren't known the engine knows which has one that is written without its table
    /// <summary>A column, with its source's alias.</summary>
    protected virtual Fragment Column(BoundColumn column) => column.Source is BoundTable { Table.IsOpen: true } && column.Type.IsOpen && !_source.Text.AsSpan(column.Span.Start, column.Span.Length).Contains('.')
        ? Fragment.Of(ColumnName(column.Source, column.Index))
        : $"{AliasOf(column.Source)}.{ColumnName(column.Source, column.Index)}";

    Fragment Text(BoundExpression expression) => expression switch
    {
        BoundColumn column => Column(column),
        BoundLiteral literal => Literal(literal),
        BoundConversion conversion => Convert(conversion),
        BoundBinary binary => Binary(binary),
        BoundCall call => Call(call),
        BoundUnary unary => Unary(unary),
        BoundCase @case => Case(@case),
        BoundAlias alias => Aliased(alias),
        BoundPath path => Path(path),
        BoundMergedColumn merged => Merged(merged),
        BoundIs test => Is(test),
        BoundIn list => In(list),
        BoundBetween between => Between(between),
        BoundLike like => Like(like),
        BoundDistinctFrom distinct => ((Fragment)$"{Comparable(distinct.Left)} IS {(distinct.Negated ? "NOT " : "")}DISTINCT FROM {Comparable(distinct.Right)}").InBrackets(),
        BoundInterval interval => Interval(interval),
        BoundScalarQuery scalar => $"({Query(scalar.Query)})",
        BoundArrayComparison any => ((Fragment)$"{Expression(any.Operand)} {OperatorSymbols.Of(any.Operator)} {(any.All ? "ALL" : "ANY")} ({Expression(any.Array).Bare})").InBrackets(),
        BoundArrayQuery array => $"ARRAY({Query(array.Query)})",
        BoundExists exists => $"EXISTS ({Query(exists.Query)})",
        BoundQueryComparison comparison => QueryComparison(comparison),
        BoundPlaceholder placeholder => Placeholder(placeholder),
        BoundOutput output => Output(output),
        BoundOpenStar star => $"{Alias(star.Source)}.*",
        BoundRow row => Row(row.Items),
        BoundDefault => Fragment.Of("DEFAULT"),
        BoundObjectTransform transform => ObjectTransform(transform),
        BoundOuterJoinMark mark => Expression(mark.Operand),
        BoundLevel level => Level(level),
        _ => throw new InvalidOperationException($"unknown expression {expression.GetType().Name}"),
    };

    // what is looked at of a query's row while its conversions are written
    IReadOnlyList<Fragment> _outputs = [];

    Fragment Output(BoundOutput output) => output.Index < _outputs.Count
        ? _outputs[output.Index]
        : throw new InvalidOperationException($"column {output.Index.ToString(CultureInfo.InvariantCulture)} of a query stands where there is none");

    /// <summary>Writes something otherwise than it was written before: aliases that stand for a part of it, too.</summary>
    protected Fragment Anew(Func<Fragment> write)
    {
        var before = _aliased;
        _aliased = new(ReferenceEqualityComparer.Instance);
        var text = write();
        _aliased = before;
        return text;
    }

    Fragment Aliased(BoundAlias alias) =>
        _aliased.TryGetValue(alias.Value, out var text) ? text : _aliased[alias.Value] = Expression(alias.Value);

    Fragment Chain(BoundBinary binary)
    {
        // a chain of one operator is written without brackets, and without a level of the stack for each of its members
        var members = new List<BoundExpression>();
        BoundExpression at = binary;
        while (at is BoundBinary next && next.Operator == binary.Operator)
        {
            members.Add(next.Right);
            at = next.Left;
        }

        members.Add(at);
        members.Reverse();
        return Fragment.Join(binary.Operator == BinaryOperator.And ? " AND " : " OR ", members.Select(Expression)).InBrackets();
    }

    /// <summary>What a branch of CASE yields.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="type">The type of the whole.</param>
    protected virtual Fragment Choice(BoundExpression value, DataType type) => Expression(value);

    Fragment Case(BoundCase @case) =>
        $"CASE{Fragment.Join("", @case.Branches.Select(branch => (Fragment)$" WHEN {Expression(branch.When).Bare} THEN {Choice(branch.Then, @case.Type).Bare}"))}{(@case.Else is null ? Fragment.Empty : $" ELSE {Choice(@case.Else, @case.Type).Bare}")} END";

    Fragment Merged(BoundMergedColumn column) => column.Kind switch
    {
        JoinKind.Right => Expression(column.Right),
        JoinKind.Full => $"coalesce({Expression(column.Left)}, {Expression(column.Right)})",
        _ => Expression(column.Left),
    };

    Fragment Is(BoundIs test)
    {
        var word = test.Test switch { IsTest.True => "TRUE", IsTest.False => "FALSE", _ => "NULL" };
        return ((Fragment)$"{Expression(test.Operand)} IS {(test.Negated ? "NOT " : "")}{word}").InBrackets();
    }

    Fragment In(BoundIn list)
    {
        if (list.Operand is BoundRow)
        {
            var equal = list.Items.Select(item => Comparison(new BoundBinary(list.Span, DataType.Boolean, list.Operand, BinaryOperator.Equal, item)));
            var any = Fragment.Join(" OR ", equal).InBrackets();
            return list.Negated ? ((Fragment)$"NOT {any}").InBrackets() : any;
        }

        return ((Fragment)$"{Comparable(list.Operand)} {(list.Negated ? "NOT IN" : "IN")} ({Fragment.Join(", ", list.Items.Select(item => Comparable(item).Bare))})").InBrackets();
    }

    Fragment Between(BoundBetween between)
    {
        if (between.Symmetric)
        {
            var turned = ((Fragment)$"{Expression(between.Low with { Operator = BinaryOperator.LessOrEqual })} AND {Expression(between.High with { Operator = BinaryOperator.GreaterOrEqual })}").InBrackets();
            var either = ((Fragment)$"{Bounds(between)} OR {turned}").InBrackets();
            return between.Negated ? ((Fragment)$"NOT {either}").InBrackets() : either;
        }

        return between.Negated ? ((Fragment)$"NOT {Bounds(between)}").InBrackets() : Bounds(between);
    }

    Fragment Bounds(BoundBetween between) => BoundEquality.Same(between.Low.Left, between.High.Left)
        ? ((Fragment)$"{Comparable(between.Low.Left)} BETWEEN {Comparable(between.Low.Right)} AND {Comparable(between.High.Right)}").InBrackets()
        : ((Fragment)$"{Expression(between.Low)} AND {Expression(between.High)}").InBrackets();

    // rows are equal where all pairs are; the first pair that isn't equal decides which is less
    Fragment Rows(BoundBinary binary, BoundRow left, BoundRow right)
    {
        BoundBinary Pair(int index, BinaryOperator name) => new(binary.Span, DataType.Boolean, left.Items[index], name, right.Items[index]);
        var pairs = Enumerable.Range(0, left.Items.Count);
        if (binary.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            return Fragment.Join(binary.Operator == BinaryOperator.Equal ? " AND " : " OR ", pairs.Select(index => Expression(Pair(index, binary.Operator)))).InBrackets();
        }

        var strict = binary.Operator is BinaryOperator.Less or BinaryOperator.LessOrEqual ? BinaryOperator.Less : BinaryOperator.Greater;
        var last = left.Items.Count - 1;
        var steps = pairs.Select(index => Fragment.Join(
            " AND ",
            [.. Enumerable.Range(0, index).Select(before => Expression(Pair(before, BinaryOperator.Equal))), Expression(Pair(index, index == last ? binary.Operator : strict))]).InBrackets());
        return Fragment.Join(" OR ", steps).InBrackets();
    }

    Fragment Compared(BoundQueryComparison comparison)
    {
        var query = comparison.Query;
        var isPadded = Enumerable.Range(0, query.Columns.Count).Any(index => comparison.Types[index].IsText && TrailingBlanks.Possible(query.Body, index));
        if (!isPadded && query.Columns.Select(column => column.Type).SequenceEqual(comparison.Types))
        {
            return Query(query);
        }

        var values = comparison.Types.Select((type, i) => (BoundExpression)(query.Columns[i].Type == type
            ? new BoundOutput(query.Span, type, i)
            : new BoundConversion(query.Span, type, new BoundOutput(query.Span, query.Columns[i].Type, i), ConversionKind.Implicit))).ToList();
        return Converted(query, values, null, isPadded);
    }

    /// <summary>The query with other values of its columns.</summary>
    /// <param name="query">The query.</param>
    /// <param name="values">What its rows become; each looks at the query's columns.</param>
    /// <param name="names">What they are called; null where that is no matter.</param>
    /// <param name="isCompared">True where the rows are compared with others.</param>
    protected Fragment Converted(BoundQuery query, IReadOnlyList<BoundExpression> values, IReadOnlyList<string>? names, bool isCompared = false)
    {
        var alias = NewAlias("q");
        var columns = query.Columns.Select((column, i) => column with { Name = $"c{(i + 1).ToString(CultureInfo.InvariantCulture)}" }).ToList();
        var outer = _outputs;
        var rows = Query(query, columns);
        _outputs = [.. columns.Select(column => (Fragment)$"{alias}.{Quote(column.Name)}")];
        var items = values.Select((value, i) => names is null ? (isCompared ? Key(value) : Expression(value).Bare) : $"{Expression(value).Bare} AS {Quote(names[i])}").ToList();
        _outputs = outer;
        return $"SELECT {Fragment.Join(", ", items)} FROM ({rows}) AS {alias}";
    }
}
