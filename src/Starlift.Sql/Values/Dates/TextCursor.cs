namespace Starlift.Sql.Values.Dates;

/// <summary>Reads a short ASCII text from left to right.</summary>
ref struct TextCursor(ReadOnlySpan<byte> text)
{
    readonly ReadOnlySpan<byte> _text = text;

    /// <summary>0-based.</summary>
    public int At;

    /// <summary>True where a fraction of a second may have more digits than are kept; it is rounded then.</summary>
    public bool RoundsFractions;

    public readonly bool AtEnd => At >= _text.Length;

    /// <summary>0 at the end.</summary>
    public readonly byte Next => At < _text.Length ? _text[At] : (byte)0;

    public readonly byte Peek(int ahead) => At + ahead < _text.Length ? _text[At + ahead] : (byte)0;

    public readonly ReadOnlySpan<byte> From(int start) => _text[start..At];

    public bool Take(char c)
    {
        if (Next != c)
        {
            return false;
        }

        At++;
        return true;
    }

    public void SkipBlanks()
    {
        while (Next is (byte)' ' or (byte)'\t')
        {
            At++;
        }
    }

    /// <summary>The digits here; none is allowed.</summary>
    public ReadOnlySpan<byte> Digits()
    {
        var start = At;
        while (char.IsAsciiDigit((char)Next))
        {
            At++;
        }

        return From(start);
    }

    public ReadOnlySpan<byte> Letters()
    {
        var start = At;
        while (char.IsAsciiLetter((char)Next))
        {
            At++;
        }

        return From(start);
    }

    /// <summary>Exactly that many digits.</summary>
    public bool TryTakeNumber(int digits, out int value)
    {
        value = 0;
        for (var i = 0; i < digits; i++)
        {
            if (!char.IsAsciiDigit((char)Peek(i)))
            {
                return false;
            }

            value = (value * 10) + Peek(i) - '0';
        }

        At += digits;
        return true;
    }

    /// <summary>One to <paramref name="most"/> digits, and no digit after them.</summary>
    public bool TryTakeUpTo(int most, out int value)
    {
        var digits = Digits();
        value = 0;
        foreach (var digit in digits)
        {
            value = digits.Length <= 9 ? (value * 10) + digit - '0' : 0;
        }

        return digits.Length >= 1 && digits.Length <= most;
    }

    /// <summary>A fraction of a second, its point included: up to six digits, none where there is no point.</summary>
    public bool TryTakeFraction(out int microseconds)
    {
        microseconds = 0;
        if (!Take('.'))
        {
            return true;
        }

        var digits = Digits();
        if (digits.Length > 6 && !RoundsFractions)
        {
            return false;
        }

        for (var i = 0; i < 6; i++)
        {
            microseconds = (microseconds * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        }

        microseconds += digits.Length > 6 && digits[6] >= '5' ? 1 : 0;
        return true;
    }
}
