namespace Starlift.Sql.Values.Texts;

/// <summary>SOUNDEX and DIFFERENCE (Amazon Redshift: "SOUNDEX function", "DIFFERENCE function"): American Soundex over the ASCII letters of a text.</summary>
public static class SoundexCode
{
    public const int Length = 4;

    //                     ABCDEFGHIJKLMNOPQRSTUVWXYZ
    const string Codes = "01230120022455012623010202";

    /// <summary>A letter and three digits; nothing where the text has no letter.</summary>
    /// <returns>How many characters it wrote: 4 or 0.</returns>
    public static int Write(ReadOnlySpan<char> text, Span<char> code)
    {
        var (length, before) = (0, '0');
        foreach (var c in text)
        {
            if (!char.IsAsciiLetter(c))
            {
                continue;
            }

            var letter = char.ToUpperInvariant(c);
            var digit = Codes[letter - 'A'];
            if (length == 0)
            {
                code[length++] = letter;
            }
            else if (digit != '0' && digit != before)
            {
                code[length++] = digit;
            }

            // H and W part no equal codes; vowels do
            before = letter is 'H' or 'W' ? before : digit;
            if (length == Length)
            {
                return Length;
            }
        }

        if (length > 0)
        {
            code[length..Length].Fill('0');
        }

        return length > 0 ? Length : 0;
    }

    /// <summary>How many places of the two codes are equal; 1 where neither text has a letter, 0 where one has none.</summary>
    public static int Difference(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        Span<char> a = stackalloc char[Length];
        Span<char> b = stackalloc char[Length];
        var (lengthOfA, lengthOfB) = (Write(first, a), Write(second, b));
        if (lengthOfA == 0 || lengthOfB == 0)
        {
            return lengthOfA == lengthOfB ? 1 : 0;
        }

        var equal = 0;
        for (var i = 0; i < Length; i++)
        {
            equal += a[i] == b[i] ? 1 : 0;
        }

        return equal;
    }
}
