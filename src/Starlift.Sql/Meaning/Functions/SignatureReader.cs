using System.Globalization;
using Starlift.Sql.Meaning.Types;

namespace Starlift.Sql.Meaning.Functions;

/// <summary>
/// Reads a row's signatures: patterns parted by <c>|</c>, each <c>parameter, parameter -&gt; result</c>. A parameter is a type, or
/// <c>number</c>, <c>int</c> (any integer), <c>any</c>, <c>common</c>, <c>element</c> (of a SUPER value) or <c>part</c> (a date part); <c>?</c> behind it: may be left out;
/// <c>...</c>: any number of them. A result is a type, <c>$1</c> (the type of the first argument) or a rule's name.
/// </summary>
static class SignatureReader
{
    public static IReadOnlyList<Signature> Read(string text)
    {
        var patterns = text.Split('|', StringSplitOptions.TrimEntries);
        var signatures = new Signature[patterns.Length];
        for (var i = 0; i < patterns.Length; i++)
        {
            var arrow = patterns[i].IndexOf("->", StringComparison.Ordinal);
            signatures[i] = One(Parameters(patterns[i][..arrow]), patterns[i][(arrow + 2)..].Trim());
        }

        return signatures;
    }

    static Parameter[] Parameters(string text) =>
        [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(One)];

    static Parameter One(string text)
    {
        var (repeats, optional) = (text.EndsWith("...", StringComparison.Ordinal), text.EndsWith('?') || text.EndsWith("?...", StringComparison.Ordinal));
        var word = text.TrimEnd('.', '?');
        return word switch
        {
            "number" => new(ParameterKind.Number, default, optional, repeats),
            "int" => new(ParameterKind.Integer, default, optional, repeats),
            "any" => new(ParameterKind.Any, default, optional, repeats),
            "common" => new(ParameterKind.Common, default, optional, repeats),
            "element" => new(ParameterKind.Element, default, optional, repeats),
            "part" => new(ParameterKind.DatePart, default, optional, repeats),
            _ => new(ParameterKind.Type, TypeOf(word), optional, repeats),
        };
    }

    static Signature One(Parameter[] parameters, string result) => result switch
    {
        ['$', .. var number] => new(parameters, ResultKind.Argument, default, int.Parse(number, CultureInfo.InvariantCulture)),
        "common" => new(parameters, ResultKind.Common, default, 0),
        "sum" => new(parameters, ResultKind.Sum, default, 0),
        "median" => new(parameters, ResultKind.Median, default, 0),
        "remainder" => new(parameters, ResultKind.Remainder, default, 0),
        "nvl2" => new(parameters, ResultKind.Nvl2, default, 0),
        "decode" => new(parameters, ResultKind.Decode, default, 0),
        _ => new(parameters, ResultKind.Type, TypeOf(result), 0),
    };

    static DataType TypeOf(string word) => word switch
    {
        "boolean" => DataType.Boolean,
        "smallint" => DataType.SmallInt,
        "integer" => DataType.Integer,
        "bigint" => DataType.BigInt,
        "decimal" => new(TypeKind.Decimal),
        "decimal(1)" => DataType.Decimal(1, 0),
        "decimal(38)" => DataType.Decimal(38, 0),
        "decimal(38,10)" => DataType.Decimal(38, 10),
        "real" => DataType.Real,
        "double" => DataType.DoublePrecision,
        "text" or "varchar" => DataType.Text,
        "varchar(4)" => DataType.Varchar(4),
        "varchar(max)" => DataType.Varchar(DataType.MaxVarchar),
        "char" => new(TypeKind.Char),
        "char(1)" => DataType.Char(1),
        "date" => DataType.Date,
        "time" => DataType.Time,
        "timetz" => DataType.TimeTz,
        "timestamp" => DataType.Timestamp,
        "timestamptz" => DataType.TimestampTz,
        "interval" => DataType.Interval,
        "super" => DataType.Super,
        "varbyte" => DataType.Bytes,
        "hllsketch" => new(TypeKind.HllSketch),
        "name" => new(TypeKind.Name),
        "oid" => new(TypeKind.Oid),
        "array" => new(TypeKind.Array),
        "record" => new(TypeKind.Record),
        _ => throw new InvalidOperationException($"a signature names the unknown type '{word}'"),
    };
}
