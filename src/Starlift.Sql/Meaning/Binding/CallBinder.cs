using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Functions;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Finds the functions that calls mean.</summary>
sealed class CallBinder(BindContext context, Coercion coercion, ExpressionBinder expressions)
{
    const string Hint = "No function matches the given name and argument types. You may need to add explicit type casts.";

    readonly WindowBinder _windows = new(context, expressions);
    readonly SettingBinder _settings = new(context);

    public BoundExpression Bind(Expression expression, Scope scope) => expression switch
    {
        FunctionCall call => BindCall(call, scope),
        KeywordCall call => Resolve(call.Span, call.Name, null, []),
        ExtractCall call => Extracted(Resolve(call.Span, "extract", Part(call.Part.Name, call.Part.Span), [expressions.Bind(call.Operand, scope)])),
        PositionCall call => Resolve(call.Span, "position", null, [expressions.Bind(call.Part, scope), expressions.Bind(call.Operand, scope)]),
        SubstringCall call => Resolve(call.Span, "substring", null, SubstringArguments(call, scope)),
        TrimCall call => Resolve(call.Span, call.Side switch { TrimSide.Leading => "ltrim", TrimSide.Trailing => "rtrim", _ => "btrim" }, null, TrimArguments(call, scope)),
        OverlayCall call => Resolve(call.Span, "overlay", null, OverlayArguments(call, scope)),
        AtTimeZone zoned => Resolve(zoned.Span, "timezone", null, [expressions.Bind(zoned.Zone, scope), expressions.Bind(zoned.Operand, scope)]),
        _ => throw context.Fail(SqlStates.FeatureNotSupported, "this call is not supported", expression.Span),
    };

    // seconds since 1970 go beyond an INTEGER, and those of an interval keep their fraction
    static BoundCall Extracted(BoundCall call) => call.DatePart switch
    {
        DatePart.Epoch when call.Type.Kind == TypeKind.Integer => call with { Type = DataType.BigInt },
        DatePart.Second when call.Arguments[0].Type.IsInterval => call with { Type = DataType.DoublePrecision },
        _ => call,
    };

    BoundExpression BindCall(FunctionCall call, Scope scope)
    {
        var name = context.NameOf(call.Name.Parts[^1]);
        if (call.Filter is not null)
        {
            throw context.Fail(SqlStates.SyntaxError, "syntax error at or near \"filter\"", call.Filter.Span, "write the condition into the argument: sum(case when … then x end)");
        }

        var row = (call.Name.Parts is [_] or [{ Name: "pg_catalog" }, _] ? FunctionCatalogue.Find(name) : null)
            ?? context.Catalogue.FindFunction(call.Name.Parts.Count > 1 ? context.NameOf(call.Name.Parts[^2]) : null, name);
        var isStar = call.Arguments is [Star];
        var (part, from) = row is not null && TakesPart(row) && call.Arguments.Count > 0 ? (PartOf(call.Arguments[0]), 1) : (default(DatePart?), 0);
        var arguments = new List<BoundExpression>(call.Arguments.Count);
        for (var i = isStar ? 1 : from; i < call.Arguments.Count; i++)
        {
            arguments.Add(expressions.Bind(call.Arguments[i], scope));
        }

        if (row is null)
        {
            throw NoSuchFunction(call.Span, name, [.. arguments.Select(argument => argument.Type)]);
        }

        if (isStar && row.Name != "count")
        {
            throw context.Fail(SqlStates.SyntaxError, $"{row.Name}(*) is not an aggregate over all rows; only count(*) is", call.Span);
        }

        if (row.Name is "lag" or "lead" && arguments.Count > 2)
        {
            throw context.Fail(SqlStates.FeatureNotSupported, $"Default parameter not be supported for window function {row.Name}", call.Arguments[2].Span);
        }

        if (row.Name == "date_trunc" && arguments is [BoundLiteral { Text: { } unit }, ..] && DateParts.Find(unit) is null)
        {
            throw UnknownPart(unit, arguments[0].Span);
        }

        var order = call.WithinGroup.Select(item => Order(item, scope)).ToList();
        if (row.OrdersArgument && order is [var only])
        {
            arguments.Add(only.Value);
        }

        var bound = Resolve(call.Span, row, part, arguments);
        if (row.OrdersArgument && order.Count == 1)
        {
            order = [order[0] with { Value = bound.Arguments[^1] }];
            bound = bound with { Arguments = [.. bound.Arguments.SkipLast(1)] };
        }

        bound = bound with { IsStar = isStar, IsDistinct = call.Distinct, IsApproximate = call.Approximate, WithinGroup = order, Nulls = call.Nulls };
        return row.Name is "current_setting" or "set_config" ? _settings.Value(bound) : Checked(call, bound, scope);
    }

    BoundCall Checked(FunctionCall call, BoundCall bound, Scope scope)
    {
        var row = bound.Function;
        if (call.Over is not null)
        {
            bound = bound with { Over = _windows.Bind(call, row, scope) };
        }
        else if (!row.IsAggregate && row.IsWindow)
        {
            throw context.Fail(SqlStates.WindowingError, $"window function {row.Name} requires an OVER clause", call.Span);
        }
        else if (call.Distinct && !row.IsAggregate)
        {
            throw context.Fail(SqlStates.WrongObjectType, $"DISTINCT specified, but {row.Name} is not an aggregate function", call.Span);
        }

        if (row.IsAggregate || row.IsWindow)
        {
            foreach (var argument in bound.Arguments)
            {
                if (BoundWalk.Window(argument) is not null || bound.Over is null && BoundWalk.Aggregate(argument) is not null)
                {
                    throw context.Fail(SqlStates.GroupingError, "aggregate function calls may not have nested aggregate or window function", argument.Span);
                }
            }
        }

        return bound;
    }

    /// <summary>The key of an order.</summary>
    BoundOrder Order(OrderItem item, Scope scope) => new(expressions.BindKnown(item.Value, scope), item.Descending, item.NullsFirst ?? item.Descending);

    static bool TakesPart(FunctionRow row) => row.Overloads[0].Parameters is [{ Kind: ParameterKind.DatePart }, ..];

    DatePart PartOf(Expression expression) => expression switch
    {
        ColumnReference { Parts: [var name] } => Part(name.Name, expression.Span),
        StringLiteral text => Part(text.Value, expression.Span),
        KeywordCall word => Part(word.Name, expression.Span),
        _ => throw UnknownPart("", expression.Span),
    };

    DatePart Part(string name, TextSpan span) => DateParts.Find(name) ?? throw UnknownPart(name, span);

    SqlException UnknownPart(string name, TextSpan span) =>
        context.Fail(SqlStates.InvalidParameterValue, $"\"{name}\" is not a valid date part", span, "one of year, quarter, month, week, day, hour, minute, second, millisecond, microsecond …");

    BoundCall Resolve(TextSpan span, string name, DatePart? part, IReadOnlyList<BoundExpression> arguments) =>
        Resolve(span, FunctionCatalogue.Find(name) ?? throw NoSuchFunction(span, name, [.. arguments.Select(argument => argument.Type)]), part, arguments);

    BoundCall Resolve(TextSpan span, FunctionRow row, DatePart? part, IReadOnlyList<BoundExpression> arguments)
    {
        var given = new List<DataType>(arguments.Count + 1);
        if (part is not null)
        {
            given.Add(DataType.Unknown);
        }

        given.AddRange(arguments.Select(argument => argument.Type));
        var types = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(given);
        if (row.Overloads is [{ Result: ResultKind.Common }] && given.Count > 0 && CommonTypes.Of(types, out var mismatch) is null)
        {
            throw coercion.Unmatched((row.ColumnName ?? row.Name).ToUpperInvariant(), mismatch, span);
        }

        if (row.Name is "array" or "object")
        {
            foreach (var argument in arguments)
            {
                expressions.Element(argument, row.Name.ToUpperInvariant());
            }
        }

        var match = FunctionResolution.Find(row, types) ?? throw NoSuchFunction(span, row.Name, given);
        if (row.RunsOn == RunsOn.Leader)
        {
            context.LeaderCall ??= (row.Name, span);
        }

        var offset = part is null ? 0 : 1;
        var converted = new BoundExpression[arguments.Count];
        for (var i = 0; i < converted.Length; i++)
        {
            converted[i] = CastFunctions.Is(row) ? coercion.Known(arguments[i]) : coercion.To(arguments[i], match.Arguments[i + offset]);
        }

        Compared(row, arguments, converted);
        return Formatted(new BoundCall(span, match.Result, match.Function, converted) { DatePart = part });
    }

    BoundCall Formatted(BoundCall call)
    {
        try
        {
            return FormattedTypes.Apply(call);
        }
        catch (Values.ValueException e)
        {
            throw context.Fail(e.State, e.Message, call.Span);
        }
    }

    // NULLIF and DECODE compare their arguments as = does
    void Compared(FunctionRow row, IReadOnlyList<BoundExpression> given, BoundExpression[] converted)
    {
        if (row.Name == "nullif")
        {
            var pair = expressions.Compare(given[1].Span, given[0], BinaryOperator.Equal, given[1]);
            converted[1] = pair.Right;
            converted[0] = given[0].Type.IsUnknown ? pair.Left : converted[0];
        }

        for (var i = 1; row.Name == "decode" && i < given.Count - 1; i += 2)
        {
            converted[i] = expressions.Compare(given[i].Span, given[0], BinaryOperator.Equal, given[i]).Right;
        }
    }

    SqlException NoSuchFunction(TextSpan span, string name, List<DataType> given) => context.Fail(
        SqlStates.UndefinedFunction, FunctionResolution.NoSuchFunction(name, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(given)), span, Hint);

    List<BoundExpression> SubstringArguments(SubstringCall call, Scope scope)
    {
        var arguments = new List<BoundExpression> { expressions.Bind(call.Operand, scope) };
        arguments.Add(call.From is null ? new BoundLiteral(call.Span, DataType.Integer, "1", false) : expressions.Bind(call.From, scope));
        if (call.For is not null)
        {
            arguments.Add(expressions.Bind(call.For, scope));
        }

        return arguments;
    }

    List<BoundExpression> TrimArguments(TrimCall call, Scope scope) => call.Characters is null
        ? [expressions.Bind(call.Operand, scope)]
        : [expressions.Bind(call.Operand, scope), expressions.Bind(call.Characters, scope)];

    List<BoundExpression> OverlayArguments(OverlayCall call, Scope scope)
    {
        List<BoundExpression> arguments = [expressions.Bind(call.Operand, scope), expressions.Bind(call.Placing, scope), expressions.Bind(call.From, scope)];
        if (call.For is not null)
        {
            arguments.Add(expressions.Bind(call.For, scope));
        }

        return arguments;
    }
}
