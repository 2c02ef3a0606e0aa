using System.Globalization;
using Starlift.Sql.Meaning.Bound;

namespace Starlift.Sql.Analysis;

/// <summary>How many rows a query yields at most by its own words.</summary>
public static class RowLimit
{
    /// <summary>True where the query states a LIMIT, an OFFSET or TOP for the whole of it.</summary>
    public static bool IsStated(BoundQuery query) => query.Limit is not null || query.Offset is not null || query.Body is BoundSelect { Top: not null };

    /// <summary>The number of LIMIT or TOP; null where none is stated, or where it is no number that is written.</summary>
    public static long? Of(BoundQuery query) => Number(query.Limit) ?? (query.Body is BoundSelect { Top: var top } ? Number(top) : null);

    static long? Number(BoundExpression? count) => count switch
    {
        BoundLiteral { Text: { } text } when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) => rows,
        BoundConversion conversion => Number(conversion.Operand),
        _ => null,
    };
}
