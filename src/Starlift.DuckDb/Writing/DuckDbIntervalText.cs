using System.Globalization;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Tree;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>Intervals that are written as texts.</summary>
static class DuckDbIntervalText
{
    public static Fragment Write(DuckDbWriter writer, BoundExpression literal, string text, IntervalQualifier? qualifier) =>
        IntervalValue.Read(text, qualifier) is { } value
            ? Fragment.Of(string.Create(CultureInfo.InvariantCulture, $"INTERVAL '{value.Months} months {value.Days} days {value.Microseconds} microseconds'"))
            : throw writer.Refuse(literal, $"invalid input syntax for type interval: \"{text}\"", "write a number and a unit: interval '1 day'");

    /// <summary>The microseconds of an interval that is written and has no months and days, which differ in length; null of any other.</summary>
    public static long? MicrosecondsOf(BoundExpression interval) =>
        interval is BoundInterval written && IntervalValue.Read(written.Text, written.Qualifier) is { Months: 0, Days: 0 } value ? value.Microseconds : null;
}
