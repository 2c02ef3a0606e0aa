using Starlift.DuckDb.Writing.Values;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Values;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>Dates and times that are written as texts (Amazon Redshift: "Date, time, and timestamp literals").</summary>
static class DuckDbTimeText
{
    /// <summary>The literal, whose text has no blanks around it.</summary>
    public static Fragment Write(DuckDbWriter writer, BoundLiteral literal, string text)
    {
        var type = literal.Type;
        switch (text.ToLowerInvariant())
        {
            case "now":
                return writer.Cast(type.Kind == TypeKind.TimestampTz ? Fragment.Of("now()") : Fragment.Of(DuckDbTimes.Now), type);
            case "today":
                return writer.Cast(Fragment.Of($"date_trunc('day', {DuckDbTimes.Now})"), type);
            case "tomorrow":
                return writer.Cast(Fragment.Of($"date_trunc('day', {DuckDbTimes.Now}) + to_days(1)"), type);
            case "yesterday":
                return writer.Cast(Fragment.Of($"date_trunc('day', {DuckDbTimes.Now}) - to_days(1)"), type);
            case "epoch":
                return writer.Cast(Fragment.Of("TIMESTAMP '1970-01-01 00:00:00'"), type);
        }

        try
        {
            return ValueConversions.Literal(text, type);
        }
        catch (ValueException e)
        {
            throw writer.Refuse(literal, e.Message);
        }
    }
}
