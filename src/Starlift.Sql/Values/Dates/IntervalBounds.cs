using Starlift.Sql.Meaning.Types;

namespace Starlift.Sql.Values.Dates;

/// <summary>The qualifier of an interval literal: YEAR TO MONTH, SECOND(3).</summary>
/// <param name="First">Where it begins.</param>
/// <param name="Last">Where it ends; smaller units are cut.</param>
/// <param name="Precision">Digits of the seconds, 0 to 6.</param>
/// <param name="ForbidsComposites">The setting interval_forbid_composite_literals: months beside days are refused, else dropped.</param>
public readonly record struct IntervalBounds(DatePart First, DatePart Last, int Precision = 6, bool ForbidsComposites = true)
{
    public bool IsYearMonth => First is DatePart.Year or DatePart.Month;

    /// <param name="first">A word of the qualifier, in any case.</param>
    /// <param name="last">The word behind TO; null without.</param>
    public static IntervalBounds? Of(string first, string? last, int? precision, bool forbidsComposites = true) =>
        DateParts.Find(first) is { } begin && DateParts.Find(last ?? first) is { } end
            ? new IntervalBounds(begin, end, precision ?? 6, forbidsComposites)
            : null;
}
