namespace Starlift.Sql.Values.Numbers;

/// <summary>What a pattern of a number format stands for (Amazon Redshift: "Numeric format strings").</summary>
enum NumberField
{
    Text,
    Nine,
    Zero,
    Point,
    Group,
    Sign,
    Minus,
    Plus,
    SignHere,
    Brackets,
    Currency,
    Fill,
    Roman,
    Ordinal,
}
