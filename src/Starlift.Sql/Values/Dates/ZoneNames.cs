using System.Collections.Concurrent;
using System.Globalization;
using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Dates;

/// <summary>
/// Zones as AT TIME ZONE and CONVERT_TIMEZONE name them (Amazon Redshift: "CONVERT_TIMEZONE function, Time zone usage notes"): names of the IANA data
/// base, which win over abbreviations, and POSIX forms, whose offsets count to the west, be there a word before them or not. In SET timezone and in the
/// text of a timestamp a bare offset counts to the east.
/// </summary>
public static class ZoneNames
{
    const int LongestName = 64;

    static readonly ConcurrentDictionary<string, Zone> Known = new(StringComparer.Ordinal);
    static readonly ConcurrentDictionary<string, Zone>.AlternateLookup<ReadOnlySpan<char>> ByName = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <exception cref="ValueException">There is no such zone.</exception>
    public static Zone Get(ReadOnlySpan<char> name)
    {
        if (ByName.TryGetValue(name, out var known))
        {
            return known;
        }

        var zone = Find(name) ?? throw new ValueException(SqlStates.InvalidParameterValue, $"time zone \"{name}\" not recognized");
        if (Known.Count < 2_000)
        {
            Known[name.ToString()] = zone;
        }

        return zone;
    }

    /// <summary>Null where there is no such zone.</summary>
    public static Zone? Find(ReadOnlySpan<char> name)
    {
        name = name.Trim(' ');
        return name.Length is 0 or > LongestName ? null
            : Named(name) is { } rules ? new Zone(rules)
            : TimeZones.FindAbbreviation(name) is { } offset ? new Zone(offset.Ticks / TimeSpan.TicksPerMicrosecond)
            : Posix(name);
    }

    /// <summary>True where the name is one of the IANA data base.</summary>
    public static bool IsNamed(string name) => Named(name) is not null;

    static TimeZoneInfo? Named(ReadOnlySpan<char> name)
    {
        // the system looks names up as files: only what is a name in the data base may be asked for
        if (!char.IsAsciiLetter(name[0]) || name.IndexOf('.') >= 0 || name.IndexOf("//") >= 0 || name[^1] == '/')
        {
            return null;
        }

        var written = name.ToString();
        return TimeZoneInfo.TryFindSystemTimeZoneById(written, out var zone) || TimeZoneInfo.TryFindSystemTimeZoneById(Capitalized(written), out zone)
            || TimeZoneInfo.TryFindSystemTimeZoneById(written.ToUpperInvariant(), out zone) ? zone : null;
    }

    static string Capitalized(string name) => string.Create(name.Length, name, static (result, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            var begins = i == 0 || source[i - 1] is '/' or '_' or '-';
            result[i] = begins ? char.ToUpperInvariant(source[i]) : char.ToLowerInvariant(source[i]);
        }
    });

    /// <summary>PST8, EST5EDT, NEWZONE +2, +8:00, UTC+3: hours and minutes to the west behind any word.</summary>
    static Zone? Posix(ReadOnlySpan<char> name)
    {
        var at = name.IndexOfAnyInRange('0', '9');
        if (at < 0)
        {
            return null;
        }

        var sign = at > 0 && name[at - 1] is '+' or '-' ? name[at - 1] : '+';
        var end = at;
        while (end < name.Length && (char.IsAsciiDigit(name[end]) || name[end] == ':'))
        {
            end++;
        }

        var parts = name[at..end];
        var colon = parts.IndexOf(':');
        var minutes = 0;
        if (!int.TryParse(colon < 0 ? parts : parts[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || (colon >= 0 && !int.TryParse(parts[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out minutes)))
        {
            return null;
        }

        if (parts.Length == 4 && colon < 0)
        {
            (hours, minutes) = Math.DivRem(hours, 100);
        }

        var west = (sign == '-' ? -1 : 1) * ((hours * 60L) + minutes) * 60 * CalendarTime.MicrosecondsPerSecond;
        return hours > 167 || minutes > 59 || !name[end..].Trim(' ').IsEmpty ? null : new Zone(-west);
    }
}
