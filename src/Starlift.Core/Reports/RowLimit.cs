using Starlift.Sql;
using Starlift.Sql.Tree;

namespace Starlift.Reports;

/// <summary>Asks a warehouse for the first rows of a SELECT only, so that an answer of millions costs no memory.</summary>
static class RowLimit
{
    /// <summary>The same statement with a LIMIT at its end; as it is where it limits its rows itself.</summary>
    public static OtherStatement Of(OtherStatement select, int rows)
    {
        if (IsLimited(select.Query!))
        {
            return select;
        }

        var source = select.Source;
        var end = source.Start + source.Length;
        var limit = $"\nlimit {rows}";
        return (OtherStatement)SqlScript.Parse(source with { Text = source.Text[..end] + limit, Length = source.Length + limit.Length })[0];
    }

    static bool IsLimited(Query query) => query.Limit is not null || query.Offset is not null || query.Body switch
    {
        Select select => select.Top is not null,
        NestedQuery nested => IsLimited(nested.Query),
        _ => false,
    };
}
