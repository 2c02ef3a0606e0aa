namespace Starlift.Sql.Values.Numbers;

/// <summary>A decimal number as its digits.</summary>
static class DigitText
{
    /// <summary>Rounds, halves away from zero, and writes the digits with so many decimals and without a sign: 0.50.</summary>
    /// <param name="number">Digits with a point or none, without a sign.</param>
    /// <param name="scale">Decimals that stay.</param>
    /// <param name="text">Where the digits go.</param>
    /// <returns>How many digits stand before the point; at least one.</returns>
    public static int Round(ReadOnlySpan<char> number, int scale, TextBuffer text)
    {
        var point = number.IndexOf('.');
        var whole = (point < 0 ? number : number[..point]).TrimStart('0');
        var decimals = point < 0 ? [] : number[(point + 1)..];
        var digits = new char[whole.Length + scale + 1];
        digits[0] = '0';
        whole.CopyTo(digits.AsSpan(1));
        for (var i = 0; i < scale; i++)
        {
            digits[1 + whole.Length + i] = i < decimals.Length ? decimals[i] : '0';
        }

        if (decimals.Length > scale && decimals[scale] >= '5')
        {
            var at = digits.Length - 1;
            for (; digits[at] == '9'; at--)
            {
                digits[at] = '0';
            }

            digits[at]++;
        }

        var first = digits[0] == '0' && whole.Length > 0 ? 1 : 0;
        text.Append(digits.AsSpan(first, whole.Length + 1 - first));
        if (scale > 0)
        {
            text.Append('.');
            text.Append(digits.AsSpan(whole.Length + 1));
        }

        return whole.Length + 1 - first;
    }
}
