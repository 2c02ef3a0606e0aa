namespace Starlift.Sql.Values.Numbers;

/// <summary>Roman numerals from 1 to 3999.</summary>
static class RomanNumerals
{
    static readonly (int Value, string Letters)[] Steps =
    [
        (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    /// <summary>In large letters; empty beyond the range.</summary>
    public static string Write(long number)
    {
        if (number is < 1 or > 3_999)
        {
            return "";
        }

        Span<char> text = stackalloc char[16];
        var length = 0;
        foreach (var (value, letters) in Steps)
        {
            for (; number >= value; number -= value)
            {
                letters.CopyTo(text[length..]);
                length += letters.Length;
            }
        }

        return text[..length].ToString();
    }

    /// <summary>In letters of any case; 0 where it is none.</summary>
    public static int Read(ReadOnlySpan<char> text)
    {
        var (number, at) = (0, 0);
        foreach (var (value, letters) in Steps)
        {
            while (text[at..].StartsWith(letters, StringComparison.OrdinalIgnoreCase))
            {
                number += value;
                at += letters.Length;
            }
        }

        return at == text.Length && Write(number).Equals(text.ToString(), StringComparison.OrdinalIgnoreCase) ? number : 0;
    }
}
