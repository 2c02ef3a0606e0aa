namespace Starlift.Copying;

/// <summary>
/// Escapes, numbers and literals by the JSON grammar (RFC 8259). Each returns the index behind what it read, or the complement (~) of the
/// index of the byte that the grammar does not allow. The data must be followed by the scanner's padding.
/// </summary>
static class JsonGrammar
{
    /// <param name="data">With its padding.</param>
    /// <param name="at">Index behind the backslash.</param>
    public static int Escape(ReadOnlySpan<byte> data, int at)
    {
        if (data[at] == 'u')
        {
            for (var digit = 1; digit <= 4; digit++)
            {
                if (!char.IsAsciiHexDigit((char)data[at + digit]))
                {
                    return ~(at + digit);
                }
            }

            return at + 5;
        }

        return data[at] is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'n' or (byte)'t' or (byte)'r' or (byte)'b' or (byte)'f'
            ? at + 1
            : ~at;
    }

    /// <summary>A number, and whether it has a fraction or an exponent.</summary>
    public static int Number(ReadOnlySpan<byte> data, int at, out ValueKind kind)
    {
        kind = ValueKind.Integer;
        at += data[at] == '-' ? 1 : 0;
        if (data[at] == '0')
        {
            at++;
        }
        else if (!IsDigit(data[at]))
        {
            return ~at;
        }
        else
        {
            at = SkipDigits(data, at);
        }

        if (data[at] == '.')
        {
            kind = ValueKind.Fraction;
            if (!IsDigit(data[at + 1]))
            {
                return ~(at + 1);
            }

            at = SkipDigits(data, at + 1);
        }

        if (data[at] is (byte)'e' or (byte)'E')
        {
            kind = ValueKind.Fraction;
            at += data[at + 1] is (byte)'+' or (byte)'-' ? 2 : 1;
            if (!IsDigit(data[at]))
            {
                return ~at;
            }

            at = SkipDigits(data, at);
        }

        return at;
    }

    static int SkipDigits(ReadOnlySpan<byte> data, int at)
    {
        while (IsDigit(data[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>true, false or null.</summary>
    public static int Literal(ReadOnlySpan<byte> data, int at, ReadOnlySpan<byte> literal)
    {
        var same = data[at..].CommonPrefixLength(literal);
        return same == literal.Length ? at + same : ~(at + same);
    }

    static bool IsDigit(byte value) => (uint)(value - '0') <= 9;
}
