using System.Globalization;
using Starlift.Sql.Meaning.Types;

namespace Starlift.Server.Wire;

/// <summary>The values of parameters as Redshift SQL, which stands in a statement where $1 stood.</summary>
static class ParameterText
{
    static readonly System.Buffers.SearchValues<char> OfDecimals = System.Buffers.SearchValues.Create("+-.0123456789");

    /// <param name="type">The parameter's type by its number in pg_type; 0 where the client left it to the server: then the value is a literal, which takes the type of its place.</param>
    /// <param name="told">The type that the client was told.</param>
    /// <param name="isBinary">How the bytes are to be read.</param>
    /// <param name="bytes">Null for NULL.</param>
    /// <param name="isCount">It stands in LIMIT, OFFSET or TOP, which take plain numbers only.</param>
    /// <exception cref="ServerError">The bytes are no value of the type.</exception>
    public static string Of(int type, int told, bool isBinary, byte[]? bytes, bool isCount)
    {
        if (bytes is null)
        {
            return WireType.CastOf(type) is { } ofNull ? $"cast(null as {ofNull})" : "null";
        }

        var text = isBinary ? BinaryValues.TextOf(bytes, told) : BodyReader.Decoded(bytes);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ServerError(WireStates.InvalidText, "invalid byte sequence for encoding \"UNICODE\": 0x00");
        }

        if (isCount && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && count >= 0)
        {
            return text;
        }

        return (type == 0 && told == WireType.Varbyte ? told : type) switch
        {
            WireType.Numeric => $"cast({Literal(text)} as {DecimalOf(text)})",
            WireType.Varbyte or 17 => $"from_hex({Literal(text.StartsWith("\\x", StringComparison.Ordinal) ? text[2..] : text)})",
            _ => WireType.CastOf(type) is { } named ? $"cast({Literal(text)} as {named})" : Literal(text),
        };
    }

    /// <summary>What stands for a parameter while a statement is only described.</summary>
    public static string Unset(int type, bool isCount) => isCount ? "0" : type == WireType.Numeric ? "cast(null as decimal(38, 10))" : Of(type, type, isBinary: false, null, isCount);

    /// <summary>The type that a client is told of a parameter, by its number in pg_type: of what clients have no binary form for, a text.</summary>
    public static int WireTypeOf(DataType type) => type.Kind switch
    {
        TypeKind.Boolean or TypeKind.SmallInt or TypeKind.Integer or TypeKind.BigInt or TypeKind.Decimal or TypeKind.Real or TypeKind.DoublePrecision or TypeKind.Char or TypeKind.Varchar or TypeKind.Date
            or TypeKind.Time or TypeKind.Timestamp or TypeKind.TimestampTz or TypeKind.Varbyte or TypeKind.Oid => WireType.Of(type).Number,
        _ => WireType.Varchar,
    };

    // Redshift reads backslashes in plain literals as escapes.
    static string Literal(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    // As a literal of these digits has it.
    static string DecimalOf(string text)
    {
        if (text.Length == 0 || text.AsSpan().IndexOfAnyExcept(OfDecimals) >= 0)
        {
            // NaN, exponents and what is no number: Redshift's cast decides.
            return "decimal(38, 10)";
        }

        var digits = text.TrimStart('+', '-');
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var scale = point < 0 ? 0 : digits.Length - point - 1;
        var precision = Math.Max(digits.Length - (point < 0 ? 0 : 1), Math.Max(scale, 1));
        return precision <= 38 ? string.Create(CultureInfo.InvariantCulture, $"decimal({precision}, {Math.Min(scale, 37)})") : "decimal(38, 10)";
    }
}
