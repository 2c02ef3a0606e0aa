using System.Globalization;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>
/// Whether a text in quotes can be read as a type, in the words of the leader node, which reads literals when it parses a statement. Dates are
/// looked at only from afar: the engine reads them.
/// </summary>
static class LiteralTexts
{
    /// <summary>What is wrong with the text, or null where nothing is seen to be.</summary>
    public static TypeFault? FaultOf(string text, DataType type) => type.Kind switch
    {
        TypeKind.SmallInt => Integer(text, short.MinValue, short.MaxValue, "smallint"),
        TypeKind.Integer => Integer(text, int.MinValue, int.MaxValue, "integer"),
        TypeKind.BigInt => Integer(text, long.MinValue, long.MaxValue, "bigint"),
        TypeKind.Decimal => Number(text, "numeric"),
        TypeKind.Real or TypeKind.DoublePrecision => Number(text, TypeNames.Bare(type.Kind)),
        TypeKind.Boolean => Boolean(text),
        TypeKind.Date => Date(text, "date"),
        TypeKind.Timestamp or TypeKind.TimestampTz => Date(text, "timestamp"),
        TypeKind.Time or TypeKind.TimeTz => text.AsSpan().ContainsAnyInRange('0', '9') || IsSpecial(text) ? null : Bad("type time", text, SqlStates.InvalidDatetimeFormat),
        _ => null,
    };

    static TypeFault? Integer(string text, long least, long most, string name)
    {
        var digits = text.AsSpan().Trim(' ');
        var plain = digits is ['+' or '-', .. var behind] ? behind : digits;
        if (plain.IsEmpty || plain.ContainsAnyExceptInRange('0', '9'))
        {
            return Bad("integer", text);
        }

        return Int128.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? null
            : new TypeFault(SqlStates.NumericValueOutOfRange, $"value \"{text}\" is out of range for type {name}");
    }

    static TypeFault? Number(string text, string name) =>
        double.TryParse(text.AsSpan().Trim(' '), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _)
        || text.Trim(' ').ToUpperInvariant() is "NAN" or "INFINITY" or "-INFINITY" ? null : Bad($"type {name}", text);

    static TypeFault? Boolean(string text)
    {
        var word = text.Trim(' ').ToLowerInvariant();
        return word is "t" or "f" or "y" or "n" or "1" or "0" or "on" or "off"
            || word.Length > 0 && ("true".StartsWith(word, StringComparison.Ordinal) || "false".StartsWith(word, StringComparison.Ordinal)
                || "yes".StartsWith(word, StringComparison.Ordinal) || "no".StartsWith(word, StringComparison.Ordinal))
            ? null
            : Bad("type boolean", text);
    }

    static TypeFault? Date(string text, string name)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9') && !IsSpecial(text))
        {
            return Bad($"type {name}", text, SqlStates.InvalidDatetimeFormat);
        }

        var date = text.AsSpan().Trim(' ');
        return date is [_, _, _, _, '-', _, _, '-', _, _, ..] && Part(date[..4]) is > 0 and var year && Part(date[5..7]) is >= 0 and var month && Part(date[8..10]) is >= 0 and var day
            && (date.Length == 10 || date[10] is ' ' or 'T') && (month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
            ? new TypeFault(SqlStates.DatetimeFieldOverflow, $"date/time field value out of range: \"{text}\"")
            : null;
    }

    static int Part(ReadOnlySpan<char> digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;

    static bool IsSpecial(string text) => text.Trim(' ').ToLowerInvariant() is "now" or "today" or "tomorrow" or "yesterday" or "epoch" or "infinity" or "-infinity" or "allballs";

    static TypeFault Bad(string type, string text, string state = SqlStates.InvalidTextRepresentation) => new(state, $"invalid input syntax for {type}: \"{text}\"");
}
