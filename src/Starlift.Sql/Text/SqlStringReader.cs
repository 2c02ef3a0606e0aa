using System.Globalization;
using System.Text;

namespace Starlift.Sql.Text;

/// <summary>Decodes one quoted string. Redshift reads backslash escapes in plain 'strings' as well as in E'strings'.</summary>
static class SqlStringReader
{
    /// <summary>
    /// Appends what stands between the quote at <paramref name="start"/> and its closing quote; returns the index after the latter,
    /// or -1 where there is none before <paramref name="end"/>.
    /// </summary>
    public static int Read(string text, int start, int end, StringBuilder value)
    {
        var at = start + 1;
        while (at < end)
        {
            var c = text[at++];
            if (c == '\\' && at < end)
            {
                at = ReadEscape(text, at, end, value);
            }
            else if (c != '\'')
            {
                value.Append(c);
            }
            else if (at < end && text[at] == '\'')
            {
                value.Append('\'');
                at++;
            }
            else
            {
                return at;
            }
        }

        return -1;
    }

    static int ReadEscape(string text, int at, int end, StringBuilder value)
    {
        var c = text[at];
        if (c is >= '0' and <= '7')
        {
            return ReadCode(text, at, end, value, digits: 3, radix: 8);
        }

        if (c == 'x' && at + 1 < end && char.IsAsciiHexDigit(text[at + 1]))
        {
            return ReadCode(text, at + 1, end, value, digits: 2, radix: 16);
        }

        value.Append(c switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => c });
        return at + 1;
    }

    static int ReadCode(string text, int at, int end, StringBuilder value, int digits, int radix)
    {
        var code = 0;
        for (var count = 0; count < digits && at < end && char.IsAsciiHexDigit(text[at]); count++, at++)
        {
            var digit = int.Parse(text.AsSpan(at, 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (digit >= radix)
            {
                break;
            }

            code = (code * radix) + digit;
        }

        value.Append((char)code);
        return at;
    }
}
