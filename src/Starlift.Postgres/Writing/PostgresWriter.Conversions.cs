using System.Globalization;
using System.Text;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Writing;

namespace Starlift.Postgres.Writing;

/// <content>Conversions (Amazon Redshift: "Data types", Type compatibility and conversion; "CAST function"; "TRY_CAST function").</content>
sealed partial class PostgresWriter
{
    protected override Fragment Convert(BoundConversion conversion)
    {
        var converted = Converted(conversion);
        return conversion is { Type: { IsDecimal: true, Precision: 19 } type, Operand: not BoundLiteral { Text: null }, How: not ConversionKind.Implicit }
            ? $"CASE WHEN {converted} NOT BETWEEN {WideDecimals.Least(type.Scale)} AND {WideDecimals.Greatest(type.Scale)} THEN {Failure(converted, "numeric field overflow")} ELSE {converted.Bare} END"
            : converted;
    }

    Fragment Converted(BoundConversion conversion)
    {
        var (from, to) = (conversion.Operand.Type, conversion.Type);
        if (conversion.Operand is BoundLiteral { Text: null })
        {
            return Fragment.Of($"CAST(NULL AS {TypeName(to)})");
        }

        // a literal of no type of its own is a text for what is made of texts
        if (conversion.Operand is BoundLiteral { Quoted: true, Type: { IsUnknown: true, IsOpen: false } } literal && (to.IsText || to.IsSuper || to.Category == TypeCategory.Varbyte))
        {
            return Convert(conversion with { Operand = literal with { Type = DataType.Text } });
        }

        if (from.IsSuper && !to.IsSuper)
        {
            return CastOfSuper(conversion, Expression(conversion.Operand));
        }

        var value = Expression(conversion.Operand);
        if (conversion.How == ConversionKind.Try)
        {
            return Try(conversion, value);
        }

        return to.Kind switch
        {
            TypeKind.Varchar or TypeKind.Char => ToText(conversion, value),
            TypeKind.Super => ToSuper(conversion.Operand, value),
            TypeKind.Boolean when from.IsInteger => ((Fragment)$"{value} <> 0").InBrackets(),
            TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt => ToInteger(conversion, value),
            TypeKind.Decimal when from.IsDecimal && conversion.How == ConversionKind.Cast && from.Scale > to.Scale && !IsLiteral(conversion.Operand) && !Settings.IsOn("enable_numeric_rounding") =>
                Cast($"trunc({value.Bare}, {to.Scale})", to),
            TypeKind.Decimal when from.IsFloat => Cast($"CAST({value.Bare} AS numeric)", to),
            TypeKind.Varbyte => ToBytes(from, value),
            TypeKind.Time or TypeKind.TimeTz or TypeKind.Date or TypeKind.Timestamp or TypeKind.TimestampTz when from.IsText => Cast($"CAST({value.Bare} AS text)", to),
            TypeKind.Unknown => value,
            _ when from.Kind == TypeKind.Char => Cast($"CAST({value.Bare} AS text)", to),
            _ => Cast(value, to),
        };
    }

    // a literal is rounded, with a sign too
    static bool IsLiteral(BoundExpression value) => value is BoundLiteral or BoundUnary { Operand: BoundLiteral };

    Fragment ToInteger(BoundConversion conversion, Fragment value) => conversion.Operand.Type.Kind switch
    {
        TypeKind.Boolean => Cast($"CAST({value.Bare} AS integer)", conversion.Type),
        TypeKind.Decimal when conversion.How == ConversionKind.Cast && !IsLiteral(conversion.Operand) && !Settings.IsOn("enable_numeric_rounding") => Cast($"trunc({value.Bare})", conversion.Type),
        TypeKind.Char => Cast($"CAST({value.Bare} AS text)", conversion.Type),
        TypeKind.Varbyte => OfBytes(conversion.Type, value),
        _ => Cast(value, conversion.Type),
    };

    Fragment ToText(BoundConversion conversion, Fragment value)
    {
        var (from, to) = (conversion.Operand.Type, conversion.Type);
        var text = AsText(from, value);
        if (to.Length == 0 || to.Length >= DataType.MaxVarchar && to.Kind == TypeKind.Varchar)
        {
            return to.Kind == TypeKind.Char ? $"CAST({text.Bare} AS bpchar)" : text;
        }

        var fits = conversion.Operand is BoundLiteral { Text: { } known }
            ? Encoding.UTF8.GetByteCount(known) <= to.Length
            : from.IsText && from.Length > 0 && from.Length <= to.Length;
        return conversion.How == ConversionKind.Assignment
            ? fits ? text : Fitting(conversion.Operand, text, to)
            : fits && to.Kind == TypeKind.Varchar ? text : Cut(conversion.Operand, text, to);
    }

    /// <summary>The value as a text of any length.</summary>
    public Fragment AsText(DataType from, Fragment value) => from.Kind switch
    {
        TypeKind.Varchar => value,
        TypeKind.Char => $"CAST({value.Bare} AS text)",
        TypeKind.Real or TypeKind.DoublePrecision => FloatText(value),
        TypeKind.Varbyte => $"convert_from({value.Bare}, 'UTF8')",
        TypeKind.Super => FromSuper(value, DataType.Text),
        _ => ((Fragment)$"CAST({value.Bare} AS text) COLLATE \"C\"").InBrackets(),
    };

    // 15 digits, as Redshift shows them; what needs an exponent has all digits
    static Fragment FloatText(Fragment value) =>
        $"CASE WHEN abs({value.Bare}) < 1e15 AND (abs({value.Bare}) >= 1e-4 OR {value} = 0) THEN CAST(trim_scale(CAST({value.Bare} AS numeric)) AS text) ELSE CAST({value.Bare} AS text) END";

    // Lengths count bytes, where PostgreSQL counts characters; no character is cut in two.
    Fragment Cut(BoundExpression operand, Fragment text, DataType to)
    {
        if (operand is BoundLiteral { Text: { } literal } && Ascii.IsValid(literal) || !operand.Type.IsText && !operand.Type.IsSuper)
        {
            return Cast(text, to);
        }

        var cut = Once(operand, text, "t", value =>
            $"CASE WHEN octet_length({value.Bare}) <= {to.Length} THEN {value.Bare} ELSE (SELECT left({value.Bare}, i) FROM generate_series({to.Length}, 0, -1) AS i WHERE octet_length(left({value.Bare}, i)) <= {to.Length} LIMIT 1) END");
        return Cast(cut, to);
    }

    // Blanks alone may be beyond the length.
    Fragment Fitting(BoundExpression operand, Fragment text, DataType to) => Once(operand, text, "t", value =>
    {
        Fragment tooLong = $"octet_length(rtrim({value.Bare}, ' ')) > {to.Length}";
        var fault = Fail(SqlStates.StringDataRightTruncation, $"value too long for type {to}", value);
        Fragment cut = $"CASE WHEN octet_length({value.Bare}) <= {to.Length} THEN {value.Bare} WHEN {tooLong} THEN {fault} ELSE rtrim({value.Bare}, ' ') END";
        return to.Kind == TypeKind.Char ? Cast(cut, to) : cut;
    });

    /// <summary>Ends the statement with an error of Redshift's when it is evaluated. It is a text.</summary>
    /// <param name="state">The SQLSTATE.</param>
    /// <param name="message">The sentence.</param>
    /// <param name="value">A text of the row, so that nothing is evaluated before its time.</param>
    public Fragment Fail(string state, string message, Fragment value) =>
        $"CAST(CAST({Quoted(PostgresErrors.Mark(state, message))} || left({value.Bare}, 0) AS integer) AS text)";

    /// <summary>An expression in which a value stands several times, and which is evaluated once.</summary>
    Fragment Once(BoundExpression operand, Fragment value, string alias, Func<Fragment, Fragment> use)
    {
        // a DEFAULT may be CURRENT_USER, and may hold no query
        if (operand is BoundColumn or BoundLiteral or BoundCall { Arguments.Count: 0 })
        {
            return use(value);
        }

        var name = NewAlias(alias);
        return $"(SELECT {use($"{name}.v")} FROM (SELECT {value.Bare} AS v) AS {name})";
    }

    Fragment Try(BoundConversion conversion, Fragment value)
    {
        var (from, to) = (conversion.Operand.Type, conversion.Type);
        if (to.IsSuper)
        {
            return ToSuper(conversion.Operand, value);
        }

        if (to.IsText)
        {
            return ToText(conversion with { How = ConversionKind.Cast }, value);
        }

        var type = TypeName(to);
        var name = "try_" + string.Concat(type.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
        return from.Kind == TypeKind.Boolean
            ? Convert(conversion with { How = ConversionKind.Cast })
            : $"{Use(PostgresHelper.Lenient(name, type))}({AsText(from, value).Bare})";
    }

    static Fragment ToBytes(DataType from, Fragment value) => from.Kind switch
    {
        TypeKind.SmallInt => $"int2send({value.Bare})",
        TypeKind.Integer => $"int4send({value.Bare})",
        TypeKind.BigInt => $"int8send({value.Bare})",
        TypeKind.Varbyte => value,
        TypeKind.Char => $"convert_to(CAST(rpad(CAST({value.Bare} AS text), {from.Length}) AS text), 'UTF8')",
        _ => $"convert_to({value.Bare}, 'UTF8')",
    };

    // big-endian, with its sign
    static Fragment OfBytes(DataType to, Fragment value)
    {
        var bits = (to.Kind switch { TypeKind.SmallInt => 16, TypeKind.Integer => 32, _ => 64 }).ToString(CultureInfo.InvariantCulture);
        return to.Kind == TypeKind.SmallInt
            ? (Fragment)$"CAST(CAST(CAST('x' || encode({value.Bare}, 'hex') AS bit(16)) AS integer) - CASE WHEN get_bit({value.Bare}, 7) = 1 THEN 65536 ELSE 0 END AS smallint)"
            : $"CAST(CAST('x' || encode({value.Bare}, 'hex') AS bit({bits})) AS {(to.Kind == TypeKind.Integer ? "integer" : "bigint")})";
    }
}
