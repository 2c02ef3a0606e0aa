using Starlift.Sql;

namespace Starlift.Reports;

/// <summary>Asks a warehouse for the first rows of a SELECT only, so that an answer of millions costs no memory.</summary>
static class RowLimit
{
    /// <summary>The same statement with a LIMIT at its end; as it is where it limits its rows itself.</summary>
    public static OtherStatement Of(OtherStatement select, int rows)
    {
        if (IsLimited(select.Tokens))
        {
            return select;
        }

        var source = select.Source;
        var end = source.Start + source.Length;
        var limit = $"\nlimit {rows}";
        return (OtherStatement)SqlScript.Parse(source with { Text = source.Text[..end] + limit, Length = source.Length + limit.Length })[0];
    }

    static bool IsLimited(IReadOnlyList<Token> tokens)
    {
        var depth = 0;
        foreach (var token in tokens)
        {
            depth += token.IsSymbol("(") ? 1 : token.IsSymbol(")") ? -1 : 0;
            if (depth == 0 && (token.Is("limit") || token.Is("top") || token.Is("offset") || token.Is("fetch")))
            {
                return true;
            }
        }

        return false;
    }
}
