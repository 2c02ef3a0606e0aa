using System.Text.RegularExpressions;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>Dates and times that are written as texts (Amazon Redshift: "Date, time, and timestamp literals").</summary>
static partial class DuckDbTimeText
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

        // a zone means nothing to a value without one
        var value = type.Kind is TypeKind.Date or TypeKind.Timestamp && Zoned().Match(text) is { Success: true } zoned ? zoned.Groups[1].Value : text;
        var quoted = Fragment.Of(writer.Quoted(value));
        return type.Kind == TypeKind.Date ? writer.Cast(writer.Cast(quoted, DataType.Timestamp), type) : writer.Cast(quoted, type);
    }

    [GeneratedRegex(@"^(\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(?:[+-]\d{1,2}(?::?\d{2})?|Z|[A-Za-z_/]+)$")]
    private static partial Regex Zoned();
}
