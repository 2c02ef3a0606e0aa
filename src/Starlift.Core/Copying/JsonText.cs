using System.Buffers.Text;

namespace Starlift.Copying;

/// <summary>The text inside JSON strings and around them.</summary>
static class JsonText
{
    /// <summary>
    /// Decodes the escapes of a string whose grammar the scanner has checked. A lone surrogate becomes the three bytes that its
    /// number would have, which no UTF-8 validation accepts.
    /// </summary>
    /// <param name="written">Between the quotes.</param>
    /// <param name="decoded">At least as long.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Unescape(ReadOnlySpan<byte> written, Span<byte> decoded)
    {
        var length = 0;
        while (true)
        {
            var plain = written.IndexOf((byte)'\\');
            if (plain < 0)
            {
                written.CopyTo(decoded[length..]);
                return length + written.Length;
            }

            written[..plain].CopyTo(decoded[length..]);
            length += plain;
            if (written[plain + 1] == 'u')
            {
                var rune = UnicodeEscape(written[plain..], out var used);
                length += Encode(rune, decoded[length..]);
                written = written[(plain + used)..];
                continue;
            }

            decoded[length++] = written[plain + 1] switch
            {
                (byte)'n' => (byte)'\n',
                (byte)'t' => (byte)'\t',
                (byte)'r' => (byte)'\r',
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                var other => other,
            };
            written = written[(plain + 2)..];
        }
    }

    /// <summary>
    /// A value's text without the line breaks and indents between its parts. Other white space stays (Amazon Redshift: "COPY from
    /// JSON format" shows it so).
    /// </summary>
    /// <returns>How many bytes were written to <paramref name="target"/>, which is at least as long.</returns>
    public static int Unindent(ReadOnlySpan<byte> written, Span<byte> target) => Strip(written, target, onlyAroundBreaks: true);

    /// <summary>A value's text without any white space between its parts.</summary>
    /// <returns>How many bytes were written to <paramref name="target"/>, which is at least as long.</returns>
    public static int Minify(ReadOnlySpan<byte> written, Span<byte> target) => Strip(written, target, onlyAroundBreaks: false);

    static int Strip(ReadOnlySpan<byte> written, Span<byte> target, bool onlyAroundBreaks)
    {
        var length = 0;
        for (var at = 0; at < written.Length;)
        {
            var start = at;
            if (written[at] == '"')
            {
                at++;
                while (written[at] != '"')
                {
                    at += written[at] == '\\' ? 2 : 1;
                }

                at++;
            }
            else if (written[at] <= ' ')
            {
                while (at < written.Length && written[at] <= ' ')
                {
                    at++;
                }

                if (!onlyAroundBreaks || written[start..at].ContainsAny((byte)'\n', (byte)'\r'))
                {
                    continue;
                }
            }
            else
            {
                at++;
            }

            written[start..at].CopyTo(target[length..]);
            length += at - start;
        }

        return length;
    }

    static int UnicodeEscape(ReadOnlySpan<byte> written, out int used)
    {
        var high = Hex(written[2..]);
        used = 6;
        if (high is >= 0xD800 and < 0xDC00 && written.Length >= 12 && written[6] == '\\' && written[7] == 'u'
            && Hex(written[8..]) is >= 0xDC00 and < 0xE000 and var low)
        {
            used = 12;
            return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
        }

        return high;
    }

    static int Hex(ReadOnlySpan<byte> digits) =>
        Utf8Parser.TryParse(digits[..4], out int value, out _, 'x') ? value : throw new FormatException("not four hexadecimal digits");

    static int Encode(int rune, Span<byte> target)
    {
        switch (rune)
        {
            case < 0x80:
                target[0] = (byte)rune;
                return 1;
            case < 0x800:
                target[0] = (byte)(0xC0 | (rune >> 6));
                target[1] = (byte)(0x80 | (rune & 0x3F));
                return 2;
            case < 0x10000:
                target[0] = (byte)(0xE0 | (rune >> 12));
                target[1] = (byte)(0x80 | ((rune >> 6) & 0x3F));
                target[2] = (byte)(0x80 | (rune & 0x3F));
                return 3;
            default:
                target[0] = (byte)(0xF0 | (rune >> 18));
                target[1] = (byte)(0x80 | ((rune >> 12) & 0x3F));
                target[2] = (byte)(0x80 | ((rune >> 6) & 0x3F));
                target[3] = (byte)(0x80 | (rune & 0x3F));
                return 4;
        }
    }
}
