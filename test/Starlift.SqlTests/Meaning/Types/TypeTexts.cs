using Starlift.Sql.Meaning.Types;

namespace Starlift.SqlTests.Meaning.Types;

/// <summary>Reads a type as format_type shows it; <c>unknown</c> is a literal of one byte.</summary>
static class TypeTexts
{
    public static DataType Read(string text)
    {
        if (text == "unknown")
        {
            return LiteralTypes.OfText("x");
        }

        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        var name = bracket < 0 ? text : text[..bracket];
        var kind = Enum.GetValues<TypeKind>().Single(kind => TypeNames.Bare(kind) == name);
        var numbers = bracket < 0 ? [] : text[(bracket + 1)..^1].Split(',').Select(int.Parse).ToArray();
        return (kind, numbers) switch
        {
            (TypeKind.Decimal, [var precision, var scale]) => DataType.Decimal(precision, scale),
            (TypeKind.IntervalDayToSecond, []) => DataType.IntervalDayToSecond,
            (_, [var length]) => new DataType(kind, length),
            _ => new DataType(kind),
        };
    }
}
