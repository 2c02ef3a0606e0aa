namespace Starlift.Copying;

/// <summary>
/// Where reading goes on after a malformed record. Amazon Redshift does not document it; the reading here gives up the record and
/// nothing more: up to where its own brackets close, or to the next line that opens a structure and is indented no more than the
/// record, whichever comes first.
/// </summary>
static class BadRecord
{
    /// <param name="data">Without padding.</param>
    /// <param name="start">Index of the record's first byte.</param>
    /// <param name="indent">Blanks before it on its line.</param>
    /// <param name="from">A structure that a line opens before this index is the record's own.</param>
    /// <returns>Index behind the record; -1 where the data does not tell.</returns>
    public static int FindEnd(ReadOnlySpan<byte> data, int start, int indent, int from)
    {
        var depth = 0;
        var inString = false;
        for (var at = start; at < data.Length; at++)
        {
            switch (data[at])
            {
                case (byte)'\n':
                    inString = false;
                    if (OpensLine(data, at + 1, indent, from) is not { } opens)
                    {
                        return -1;
                    }

                    if (opens)
                    {
                        return at + 1;
                    }

                    break;
                case (byte)'"':
                    inString = !inString;
                    break;
                case (byte)'\\' when inString && at + 1 < data.Length && data[at + 1] != '\n':
                    at++;
                    break;
                case (byte)'{' or (byte)'[' when !inString:
                    depth++;
                    break;
                case (byte)'}' or (byte)']' when !inString:
                    depth--;
                    if (depth == 0)
                    {
                        return at + 1;
                    }

                    break;
            }
        }

        return -1;
    }

    /// <summary>Null where the line goes on behind the data.</summary>
    static bool? OpensLine(ReadOnlySpan<byte> data, int line, int indent, int from)
    {
        var at = line;
        while (at < data.Length && data[at] is (byte)' ' or (byte)'\t')
        {
            at++;
        }

        return at < data.Length ? at >= from && at - line <= indent && data[at] is (byte)'{' or (byte)'[' : null;
    }
}
