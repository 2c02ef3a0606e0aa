namespace Starlift.Copying;

/// <summary>
/// Places where a record certainly begins, told from a few bytes: } or ], a line end, { or [. Inside a structure a comma would have
/// to stand between, and inside a string JSON allows no line end; a malformed record is given up at or before such a place. So
/// threads can begin in the middle of an object and agree on every record without having read what comes before.
/// </summary>
static class RecordBoundary
{
    /// <summary>Bytes before a boundary that decide whether it is one.</summary>
    public const int LookBehind = 3;

    /// <param name="data">With what comes before <paramref name="at"/>.</param>
    /// <param name="at">Index of the record's first byte.</param>
    public static bool Is(ReadOnlySpan<byte> data, int at)
    {
        if (at < 2 || data[at] is not ((byte)'{' or (byte)'[') || data[at - 1] != '\n')
        {
            return false;
        }

        var before = data[at - 2] == '\r' && at > 2 ? data[at - 3] : data[at - 2];
        return before is (byte)'}' or (byte)']';
    }

    /// <summary>The first boundary at or behind <paramref name="from"/>; -1 where the data has none.</summary>
    public static int Find(ReadOnlySpan<byte> data, int from)
    {
        var at = Math.Max(from - 1, 0);
        while (true)
        {
            var line = at < data.Length ? data[at..].IndexOf((byte)'\n') : -1;
            if (line < 0 || at + line + 1 >= data.Length)
            {
                return -1;
            }

            at += line + 1;
            if (at >= from && Is(data, at))
            {
                return at;
            }
        }
    }
}
