using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Numbers;

/// <summary>TO_NUMBER (Amazon Redshift: "TO_NUMBER function").</summary>
public static class NumberFormatReader
{
    /// <summary>Writes the number as digits with a sign and a point, as a cast to DECIMAL takes it.</summary>
    /// <exception cref="ValueException">The text does not fit the format.</exception>
    public static void Read(ReadOnlySpan<char> text, NumberFormat format, TextBuffer number)
    {
        if (format.IsRoman)
        {
            throw new ValueException(SqlStates.FeatureNotSupported, "\"RN\" not supported for input");
        }

        var (at, negative, digits, pointSeen) = (0, false, 0, false);
        var start = number.Length;
        number.Append('+');
        foreach (var (field, written) in format.Patterns)
        {
            switch (field)
            {
                case NumberField.Nine or NumberField.Zero:
                    Blanks(text, ref at);
                    negative |= digits == 0 && Sign(text, ref at);
                    if (at < text.Length && text[at] == '.' && format.HasPoint && !pointSeen)
                    {
                        // fewer digits than the format has
                        break;
                    }

                    if (at < text.Length && char.IsAsciiDigit(text[at]))
                    {
                        number.Append(text[at++]);
                        digits++;
                    }

                    break;
                case NumberField.Point:
                    negative |= digits == 0 && Sign(text, ref at);
                    if (at < text.Length && text[at] == '.')
                    {
                        at++;
                        number.Append('.');
                        pointSeen = true;
                    }

                    break;
                case NumberField.Group:
                    at += at < text.Length && text[at] == ',' ? 1 : 0;
                    break;
                case NumberField.Currency:
                    Blanks(text, ref at);
                    negative |= digits == 0 && Sign(text, ref at);
                    at += at < text.Length && text[at] == '$' ? 1 : 0;
                    break;
                case NumberField.Sign or NumberField.Minus or NumberField.Plus or NumberField.SignHere or NumberField.Brackets:
                    Blanks(text, ref at);
                    negative |= Sign(text, ref at);
                    break;
                case NumberField.Text:
                    at += text[at..].StartsWith(written) ? written.Length : 0;
                    break;
                case NumberField.Ordinal:
                    at = Math.Min(text.Length, at + 2);
                    break;
            }
        }

        at += at < text.Length && text[at] == '>' ? 1 : 0;
        if (digits == 0 || !text[at..].Trim(' ').IsEmpty)
        {
            throw new ValueException(SqlStates.InvalidTextRepresentation, $"invalid input syntax for type numeric: \"{text}\"");
        }

        if (negative)
        {
            number.SetAt(start, '-');
        }
    }

    static void Blanks(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }
    }

    /// <summary>True for a minus, or the bracket of PR.</summary>
    static bool Sign(ReadOnlySpan<char> text, ref int at)
    {
        if (at < text.Length && text[at] is '+' or '-' or '<')
        {
            return text[at++] is '-' or '<';
        }

        return false;
    }
}
