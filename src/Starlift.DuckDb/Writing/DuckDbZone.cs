using System.Globalization;

namespace Starlift.DuckDb.Writing;

/// <summary>A session's time zone as DuckDB names it.</summary>
static class DuckDbZone
{
    /// <summary>The zone of a name; of hours from UTC, east of it positive, the zone that is so far, which has the other sign in its name.</summary>
    public static string Of(string zone)
    {
        var text = zone.Trim();
        var hours = text.EndsWith(":00", StringComparison.Ordinal) ? text[..^3] : text;
        return int.TryParse(hours, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var east) && east is >= -12 and <= 14
            ? string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{(east > 0 ? "-" : "+")}{Math.Abs(east)}")
            : text;
    }
}
