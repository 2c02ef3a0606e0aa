using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Gives expressions their meaning.</summary>
sealed class ExpressionBinder
{
    readonly BindContext _context;
    readonly Coercion _coercion;
    readonly ColumnBinder _columns;
    readonly QueryBinder _queries;
    readonly CallBinder _calls;
    readonly ConditionBinder _conditions;

    public ExpressionBinder(BindContext context, Coercion coercion, ColumnBinder columns, QueryBinder queries)
    {
        (_context, _coercion, _columns, _queries) = (context, coercion, columns, queries);
        _calls = new CallBinder(context, coercion, this);
        _conditions = new ConditionBinder(context, coercion, this, queries);
    }

    /// <summary>The expression; of an untyped literal the type stays open, which its place has to give it.</summary>
    public BoundExpression Bind(Expression expression, Scope scope)
    {
        _context.Enter(expression);
        return expression switch
        {
            ColumnReference column => _columns.Bind(column, scope),
            NumberLiteral number => new BoundLiteral(number.Span, LiteralTypes.OfNumber(number.Digits), number.Digits, false),
            StringLiteral text => new BoundLiteral(text.Span, LiteralTypes.OfText(text.Value), text.Value, true),
            NullLiteral => new BoundLiteral(expression.Span, DataType.Unknown, null, false),
            BooleanLiteral boolean => new BoundLiteral(boolean.Span, DataType.Boolean, boolean.Value ? "true" : "false", false),
            IntervalLiteral interval => new BoundInterval(interval.Span, TypeSpellings.IntervalOf(interval.Qualifier), interval.Text.Value, interval.Qualifier),
            TypedLiteral typed => BindTyped(typed),
            ParenthesizedExpression brackets => Bind(brackets.Inner, scope),
            BinaryExpression binary => BindBinary(binary, scope),
            UnaryExpression unary => BindUnary(unary, scope),
            CastExpression cast => BindCast(cast, scope),
            CaseExpression @case => BindCase(@case, scope),
            FunctionCall or KeywordCall or ExtractCall or PositionCall or SubstringCall or TrimCall or OverlayCall or AtTimeZone => _calls.Bind(expression, scope),
            ObjectTransformCall transform => BindTransform(transform, scope),
            FieldAccess field => _columns.Step(Bind(field.Operand, scope), _columns.StepOf(field.Field), field.Span),
            Subscript subscript => BindSubscript(subscript, scope),
            ScalarSubquery subquery => BindSubquery(subquery, scope),
            ArrayQuery array => BindArray(array, scope),
            Placeholder placeholder => new BoundPlaceholder(
                placeholder.Span,
                placeholder.Number <= _context.Parameters.Count ? _context.Parameters[placeholder.Number - 1] : DataType.Unknown,
                placeholder.Number),
            DefaultValue => new BoundDefault(expression.Span, DataType.Unknown),
            RowValue row => new BoundRow(row.Span, [.. row.Items.Select(item => Bind(item, scope))]),
            OuterJoinMark mark => BindMark(mark, scope),
            ArrayExpression => throw _context.Fail(SqlStates.SyntaxError, "syntax error at or near \"[\"", expression.Span, "build an array with ARRAY(…)"),
            Star => throw _context.Fail(SqlStates.SyntaxError, "syntax error at or near \"*\"", expression.Span),
            NamedArgument => throw _context.Fail(SqlStates.SyntaxError, "named arguments are not supported", expression.Span),
            _ => _conditions.Bind(expression, scope),
        };
    }

    /// <summary>The expression, an untyped literal as a text.</summary>
    public BoundExpression BindKnown(Expression expression, Scope scope) => _coercion.Known(Bind(expression, scope));

    /// <summary>The expression as a condition.</summary>
    /// <param name="place">Whose, for the message: WHERE, HAVING, AND.</param>
    public BoundExpression BindCondition(Expression expression, Scope scope, string place) => _coercion.Condition(Bind(expression, scope), place);

    /// <summary>An operator between two values that are bound.</summary>
    public BoundBinary Compare(TextSpan span, BoundExpression left, BinaryOperator name, BoundExpression right)
    {
        if (left is BoundRow || right is BoundRow)
        {
            return Rows(span, left, name, right);
        }

        var types = Operators.Binary(name, Peer(left, right), Peer(right, left)) ?? throw _context.Fail(
            SqlStates.UndefinedFunction,
            $"operator does not exist: {TypeNames.Bare(left.Type.Kind)} {OperatorSymbols.Of(name)} {TypeNames.Bare(right.Type.Kind)}",
            span,
            "No operator matches the given name and argument type(s). You may need to add explicit type casts.");
        return new BoundBinary(span, types.Result, _coercion.To(left, types.Left), name, _coercion.To(right, types.Right));
    }

    // a literal beside a DECIMAL has its own digits
    static DataType Peer(BoundExpression value, BoundExpression other) =>
        value is BoundLiteral { Type.IsUnknown: true, Text: { } text } && other.Type.IsDecimal && LiteralTypes.DecimalOf(text) is { } type ? type : value.Type;

    BoundBinary Rows(TextSpan span, BoundExpression left, BinaryOperator name, BoundExpression right)
    {
        if (left is not BoundRow a || right is not BoundRow b || a.Items.Count != b.Items.Count)
        {
            throw _context.Fail(SqlStates.SyntaxError, "unequal number of entries in row expressions", span);
        }

        var pairs = a.Items.Zip(b.Items, (x, y) => Compare(span, x, name, y)).ToList();
        return new BoundBinary(
            span, DataType.Boolean, a with { Items = [.. pairs.Select(pair => pair.Left)] }, name, b with { Items = [.. pairs.Select(pair => pair.Right)] });
    }

    BoundBinary BindBinary(BinaryExpression binary, Scope scope)
    {
        if (binary.Operator is BinaryOperator.And or BinaryOperator.Or)
        {
            var place = binary.Operator == BinaryOperator.And ? "AND" : "OR";
            return new BoundBinary(
                binary.Span, DataType.Boolean, BindCondition(binary.Left, scope, place), binary.Operator, BindCondition(binary.Right, scope, place));
        }

        return Compare(binary.Span, Bind(binary.Left, scope), binary.Operator, Bind(binary.Right, scope));
    }

    BoundUnary BindUnary(UnaryExpression unary, Scope scope)
    {
        if (unary.Operator == UnaryOperator.Not)
        {
            return new BoundUnary(unary.Span, DataType.Boolean, unary.Operator, BindCondition(unary.Operand, scope, "NOT"));
        }

        var operand = Bind(unary.Operand, scope);
        if (unary.Operator == UnaryOperator.Prior)
        {
            return new BoundUnary(unary.Span, operand.Type, unary.Operator, operand);
        }

        var types = Operators.Prefix(unary.Operator, operand.Type) ?? throw _context.Fail(
            SqlStates.UndefinedFunction, $"operator does not exist: {OperatorSymbols.Of(unary.Operator)} {TypeNames.Bare(operand.Type.Kind)}", unary.Span);
        return new BoundUnary(unary.Span, types.Result, unary.Operator, _coercion.To(operand, types.Left));
    }

    BoundConversion BindTyped(TypedLiteral typed)
    {
        var type = _context.TypeOf(typed.Type, inTable: false);
        return Cast(typed.Span, new BoundLiteral(typed.Text.Span, LiteralTypes.OfText(typed.Text.Value), typed.Text.Value, true), type, ConversionKind.Cast);
    }

    BoundConversion BindCast(CastExpression cast, Scope scope)
    {
        var operand = Bind(cast.Operand, scope);
        var type = _context.TypeOf(cast.Type, inTable: false);
        return Cast(cast.Span, operand, type, cast.Syntax == CastSyntax.TryCast ? ConversionKind.Try : ConversionKind.Cast);
    }

    /// <summary>The value as the statement asks for it.</summary>
    public BoundConversion Cast(TextSpan span, BoundExpression operand, DataType type, ConversionKind how)
    {
        var from = operand.Type.Kind;
        if (how == ConversionKind.Try ? !Conversions.CanTry(from, type.Kind) : !Conversions.Exists(from, type.Kind, CastContext.Explicit))
        {
            throw _context.Fail(SqlStates.CannotCoerce, $"cannot cast type {TypeNames.Bare(from)} to {TypeNames.Bare(type.Kind)}", span);
        }

        if (how == ConversionKind.Cast && operand is BoundLiteral { Type.IsUnknown: true, Text: { } text } && LiteralTexts.FaultOf(text, type) is { } fault)
        {
            throw _context.Fail(fault.State, fault.Message, operand.Span);
        }

        if (operand is BoundPlaceholder { Type.IsUnknown: true } placeholder)
        {
            _context.Want(placeholder.Number, type);
        }

        // without a length of its own a text is as long as what is cast
        var length = operand.Type.IsText || operand.Type.IsUnknown ? operand.Type.Length : 0;
        return new BoundConversion(span, type is { Kind: TypeKind.Varchar, Length: 0 } ? type with { Length = length } : type, operand, how);
    }

    BoundCase BindCase(CaseExpression @case, Scope scope)
    {
        var operand = @case.Operand is null ? null : Bind(@case.Operand, scope);
        var values = new List<BoundExpression>(@case.Branches.Count + 1);
        var conditions = new List<BoundExpression>(@case.Branches.Count);
        foreach (var branch in @case.Branches)
        {
            conditions.Add(operand is null
                ? BindCondition(branch.When, scope, "CASE/WHEN")
                : Compare(branch.When.Span, operand, BinaryOperator.Equal, Bind(branch.When, scope)));
            values.Add(Bind(branch.Then, scope));
        }

        if (@case.Else is not null)
        {
            values.Add(Bind(@case.Else, scope));
        }

        var converted = _coercion.ToCommon(values, "CASE", out var type);
        var branches = conditions.Select((when, i) => new BoundBranch(when, converted[i])).ToList();
        return new BoundCase(@case.Span, type, operand, branches, @case.Else is null ? null : converted[^1]);
    }

    BoundPath BindSubscript(Subscript subscript, Scope scope)
    {
        var operand = Bind(subscript.Operand, scope);
        var index = Bind(subscript.Index, scope);
        if (operand.Type.Kind == TypeKind.Array)
        {
            return new BoundPath(subscript.Span, operand, [new PathStep(null, false, index)]) { Type = DataType.Open };
        }

        return index.Type.IsInteger || index.Type.IsUnknown || index.Type.IsSuper
            ? _columns.Step(operand, new PathStep(null, false, _coercion.Known(index)), subscript.Span)
            : throw _context.Fail(SqlStates.DatatypeMismatch, "array subscript must have type integer", index.Span);
    }

    BoundObjectTransform BindTransform(ObjectTransformCall transform, Scope scope)
    {
        if (transform.Set.Count % 2 != 0)
        {
            throw _context.Fail(SqlStates.SyntaxError, "SET of OBJECT_TRANSFORM takes pairs of a path and a value", transform.Set[^1].Span);
        }

        var set = transform.Set.Chunk(2).Select(pair => (PathText(pair[0]), Element(Bind(pair[1], scope), "OBJECT_TRANSFORM"))).ToList();
        return new BoundObjectTransform(transform.Span, Element(Bind(transform.Operand, scope), "OBJECT_TRANSFORM"), [.. transform.Keep.Select(PathText)], set);
    }

    string PathText(Expression path) => path is StringLiteral text
        ? text.Value
        : throw _context.Fail(SqlStates.InvalidParameterValue, "a path of OBJECT_TRANSFORM has to be a text in quotes", path.Span);

    /// <summary>The value as a part of a SUPER value.</summary>
    public BoundExpression Element(BoundExpression value, string function) => Comparisons.IsLikeSuper(value.Type)
        ? _coercion.To(value, DataType.Super)
        : throw _context.Fail(SqlStates.CannotCoerce, $"{function} could not convert type {TypeNames.Bare(value.Type.Kind)} to super", value.Span);

    BoundScalarQuery BindSubquery(ScalarSubquery subquery, Scope scope)
    {
        var query = _queries.BindBelow(subquery.Query, scope);
        return query.Columns.Count == 1
            ? new BoundScalarQuery(subquery.Span, query)
            : throw _context.Fail(SqlStates.SyntaxError, "subquery must return only one column", subquery.Span);
    }

    BoundArrayQuery BindArray(ArrayQuery array, Scope scope)
    {
        var query = _queries.BindBelow(array.Query, scope);
        return query.Columns.Count == 1
            ? new BoundArrayQuery(array.Span, query)
            : throw _context.Fail(SqlStates.SyntaxError, "subquery must return only one column", array.Span);
    }

    BoundOuterJoinMark BindMark(OuterJoinMark mark, Scope scope)
    {
        _context.OuterMarks = (_context.OuterMarks.Count + 1, mark.Span);
        return Bind(mark.Operand, scope) is BoundColumn column
            ? new BoundOuterJoinMark(mark.Span, column)
            : throw _context.Fail(SqlStates.SyntaxError, "Outer join operator (+) can be specified only on a column.", mark.Span);
    }
}
