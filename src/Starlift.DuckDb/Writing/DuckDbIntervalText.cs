using Starlift.DuckDb.Writing.Values;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Tree;
using Starlift.Sql.Values;
using Starlift.Sql.Values.Dates;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>Intervals that are written as texts.</summary>
static class DuckDbIntervalText
{
    public static Fragment Write(DuckDbWriter writer, BoundExpression literal, string text, IntervalQualifier? qualifier) =>
        Read(text, qualifier, out var fault) is { } value ? ValueConversions.Literal(value) : throw writer.Refuse(literal, fault, "write a number and a unit: interval '1 day'");

    /// <summary>The microseconds of an interval that is written and has no months and days, which differ in length; null of any other.</summary>
    public static long? MicrosecondsOf(BoundExpression interval) =>
        interval is BoundInterval written && Read(written.Text, written.Qualifier, out _) is { Months: 0, Days: 0 } value ? value.Microseconds : null;

    static Interval? Read(string text, IntervalQualifier? qualifier, out string fault)
    {
        fault = "";
        try
        {
            return IntervalReader.Read(text, qualifier is null ? null : IntervalBounds.Of(qualifier.First, qualifier.Last, qualifier.Precision));
        }
        catch (ValueException e)
        {
            fault = e.Message;
            return null;
        }
    }
}
