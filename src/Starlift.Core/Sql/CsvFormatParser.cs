using System.Text;

namespace Starlift.Sql;

/// <summary>Reads the options that CSV alone has.</summary>
/// <param name="source">The statement.</param>
/// <param name="cursor">Stands in it.</param>
sealed class CsvFormatParser(SqlSource source, TokenCursor cursor)
{
    /// <summary>By name.</summary>
    public static readonly IReadOnlyDictionary<string, string> HintsForJson = new Dictionary<string, string>
    {
        ["csv"] = "keep one of CSV and JSON, as the objects are",
        ["delimiter"] = "remove it: JSON values need no delimiter",
        ["quote"] = "remove it",
        ["fillrecord"] = "remove it: a missing key loads NULL anyway",
        ["ignoreblanklines"] = "remove it: blank lines between JSON values are skipped anyway",
        ["null"] = "remove it: JSON has null; EMPTYASNULL and BLANKSASNULL turn texts into NULL",
    };

    Token? _delimiter;

    /// <summary>What has been read.</summary>
    public CsvFormat Format { get; private set; } = new();

    /// <summary>Reads what follows the option's word.</summary>
    /// <param name="option">The word, which has been taken.</param>
    public void Parse(Token option) => Format = option.Value switch
    {
        "delimiter" => Format with { Delimiter = ParseDelimiter() },
        "quote" => Format with { Quote = ParseQuote() },
        "null" => Format with { NullAs = ParseNull() },
        "fillrecord" => Format with { FillRecord = true },
        "ignoreblanklines" => Format with { IgnoreBlankLines = true },
        _ => Format,
    };

    /// <summary>When all options have been read.</summary>
    public CsvFormat Finish() => Format.Delimiter.Contains(Format.Quote, StringComparison.Ordinal)
        ? throw cursor.Error(_delimiter ?? cursor.Previous, "DELIMITER and QUOTE of the COPY are the same character", "choose another quote, or another delimiter")
        : Format;

    string ParseDelimiter()
    {
        cursor.Accept("as");
        _delimiter = cursor.Current;
        return Resolved(ExpectWritten("the delimiter")) is { Length: > 0 } delimiter && !delimiter.Contains('\n', StringComparison.Ordinal)
            ? delimiter
            : throw cursor.Error(_delimiter.Value, "DELIMITER is no text within a line", @"write DELIMITER ',', '\t' or '|'");
    }

    char ParseQuote()
    {
        cursor.Accept("as");
        var at = cursor.Current;
        return cursor.ExpectString("the quote") is [> ' ' and <= '\x7E' and var quote]
            ? quote
            : throw cursor.Error(at, "QUOTE is not one ASCII character", "write QUOTE AS '%' or another character that can be seen");
    }

    string ParseNull()
    {
        cursor.Accept("as");
        var at = cursor.Current;
        var text = ExpectWritten("the text that is NULL").Replace(@"\\", @"\", StringComparison.Ordinal);
        return text switch
        {
            @"\n" or "\n" => throw cursor.Error(at, "NULL AS can't be the end of a line", "write what the fields hold, such as NULL AS 'NULL'"),
            _ => text,
        };
    }

    // As it is written: COPY has escapes of its own, and its default \N would else be an N.
    string ExpectWritten(string what)
    {
        var at = cursor.Current;
        var decoded = cursor.ExpectString(what);
        return source.Text.Substring(at.Start, at.Length) is ['\'', .. var written, '\''] ? written.Replace("''", "'", StringComparison.Ordinal) : decoded;
    }

    // \t, and up to three octal digits of a character's code.
    static string Resolved(string text)
    {
        var resolved = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                resolved.Append(text[i]);
                continue;
            }

            var digits = text.AsSpan(i + 1, Math.Min(3, text.Length - i - 1));
            digits = digits[..(digits.IndexOfAnyExceptInRange('0', '7') is >= 0 and var end ? end : digits.Length)];
            if (digits.Length > 0)
            {
                var code = digits.ToString().Aggregate(0, (code, digit) => (code * 8) + digit - '0');
                if (code > '\x7F')
                {
                    return "";
                }

                resolved.Append((char)code);
                i += digits.Length;
            }
            else
            {
                i++;
                resolved.Append(text[i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', 'f' => '\f', 'v' => '\v', 'b' => '\b', var other => other });
            }
        }

        return resolved.ToString();
    }
}
