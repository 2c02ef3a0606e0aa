using System.Buffers;
using System.Text;
using Starlift.Sql;

namespace Starlift.Copying;

/// <summary>
/// Finds the fields of a line of CSV (Amazon Redshift: "Data format parameters"). A line ends with a line feed, or with a carriage return
/// and one, outside of quotes. Not thread-safe: one a reader.
/// </summary>
/// <param name="format">Of the COPY.</param>
/// <param name="fieldCount">How many fields a line should have.</param>
sealed class CsvScanner(CsvFormat format, int fieldCount)
{
    readonly byte[] _delimiter = Encoding.UTF8.GetBytes(format.Delimiter);
    readonly byte[] _null = Encoding.UTF8.GetBytes(format.NullAs);
    readonly byte _quote = (byte)format.Quote;
    readonly SearchValues<byte> _ends = SearchValues.Create([Encoding.UTF8.GetBytes(format.Delimiter)[0], (byte)format.Quote, (byte)'\n']);
    readonly int[] _starts = new int[fieldCount + 1];
    readonly int[] _lengths = new int[fieldCount + 1];
    readonly bool[] _doubled = new bool[fieldCount + 1];
    byte[] _text = new byte[4_096];

    public CsvFormat Format => format;

    /// <summary>Fields of the line; where there are more than there should be, one more.</summary>
    public int Count { get; private set; }

    /// <summary>Index of the quote that may not be there, or of one that is not closed; -1 where the line is well-formed.</summary>
    public int BadQuote { get; private set; }

    /// <summary>The bad quote is not closed.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Index behind the line's last byte, without its line end.</summary>
    public int ContentEnd { get; private set; }

    /// <param name="data">The window.</param>
    /// <param name="at">Where the line begins.</param>
    /// <param name="atEnd">The object has no bytes behind the window.</param>
    /// <returns>Index behind the line and its line end; behind the bad quote's field where there is one; -1 where the window does not tell.</returns>
    public int Scan(ReadOnlySpan<byte> data, int at, bool atEnd)
    {
        (Count, BadQuote, IsOpen) = (0, -1, false);
        while (true)
        {
            var quote = SkipBlanks(data, at);
            if (quote == data.Length && !atEnd)
            {
                return -1;
            }

            var isQuoted = quote < data.Length && data[quote] == _quote;
            var end = isQuoted ? ScanQuoted(data, quote, atEnd) : ScanPlain(data, at, atEnd);
            if (end < 0 || BadQuote >= 0)
            {
                return end;
            }

            if (end == data.Length || data[end] == '\n' || data[end] == '\r')
            {
                ContentEnd = end;
                return end == data.Length ? end : data[end] == '\r' ? end + 2 : end + 1;
            }

            at = end + _delimiter.Length;
        }
    }

    /// <summary>The field's text. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Field(ReadOnlySpan<byte> data, int field)
    {
        var text = data.Slice(_starts[field], _lengths[field]);
        if (!_doubled[field])
        {
            return text;
        }

        if (_text.Length < text.Length)
        {
            _text = new byte[text.Length * 2];
        }

        var length = 0;
        while (text.IndexOf(_quote) is >= 0 and var quote)
        {
            text[..(quote + 1)].CopyTo(_text.AsSpan(length));
            length += quote + 1;
            text = text[(quote + 2)..];
        }

        text.CopyTo(_text.AsSpan(length));
        return _text.AsSpan(0, length + text.Length);
    }

    public bool IsNull(ReadOnlySpan<byte> field) => field.SequenceEqual(_null);

    /// <returns>Index of the delimiter, of the line end, or behind the data.</returns>
    int ScanPlain(ReadOnlySpan<byte> data, int start, bool atEnd)
    {
        for (var at = start; ;)
        {
            var found = data[at..].IndexOfAny(_ends);
            if (found < 0)
            {
                return atEnd ? Add(start, data.Length, data.Length) : -1;
            }

            at += found;
            if (data[at] == '\n')
            {
                var end = at > start && data[at - 1] == '\r' ? at - 1 : at;
                return Add(start, end, end);
            }

            if (data[at] == _quote)
            {
                Add(start, at, at);
                BadQuote = at;
                return at + 1;
            }

            if (data.Length - at < _delimiter.Length && !atEnd)
            {
                return -1;
            }

            if (data[at..].StartsWith(_delimiter))
            {
                return Add(start, at, at);
            }

            at++;
        }
    }

    /// <returns>As <see cref="ScanPlain"/>.</returns>
    int ScanQuoted(ReadOnlySpan<byte> data, int quote, bool atEnd)
    {
        var doubled = false;
        var at = quote + 1;
        while (true)
        {
            var found = data[at..].IndexOf(_quote);
            if (found < 0 || (at + found + 1 == data.Length && !atEnd))
            {
                if (!atEnd)
                {
                    return -1;
                }

                Add(quote + 1, data.Length, data.Length);
                (BadQuote, IsOpen) = (quote, true);
                return data.Length;
            }

            at += found + 1;
            if (at == data.Length || data[at] != _quote)
            {
                break;
            }

            doubled = true;
            at++;
        }

        var close = at - 1;
        var next = SkipBlanks(data, at);
        if (data.Length - next < Math.Max(2, _delimiter.Length) && !atEnd)
        {
            return -1;
        }

        Add(quote + 1, close, close, doubled);
        if (next == data.Length || data[next] == '\n' || data[next..].StartsWith("\r\n"u8) || data[next..].StartsWith(_delimiter))
        {
            return next;
        }

        BadQuote = close;
        return next;
    }

    // White space around quotes does not count; a delimiter is none.
    int SkipBlanks(ReadOnlySpan<byte> data, int at)
    {
        while (at < data.Length && data[at] is (byte)' ' or (byte)'\t' && !data[at..].StartsWith(_delimiter))
        {
            at++;
        }

        return at;
    }

    int Add(int start, int end, int next, bool doubled = false)
    {
        if (Count <= fieldCount)
        {
            (_starts[Count], _lengths[Count], _doubled[Count]) = (start, end - start, doubled);
            Count++;
        }

        return next;
    }
}
