using System.Collections.Frozen;

namespace Starlift.Sql.Rewriting;

/// <summary>Redshift's date parts under all of their names (Amazon Redshift: "Date parts for date or timestamp functions").</summary>
public static class DateParts
{
    static readonly (string Name, string Part)[] Pairs =
    [
        .. new (string Part, string[] Others)[]
        {
            ("millennium", ["millennia", "mil", "mils"]),
            ("century", ["centuries", "c", "cent", "cents"]),
            ("decade", ["decades", "dec", "decs"]),
            ("epoch", []),
            ("year", ["years", "y", "yr", "yrs"]),
            ("quarter", ["quarters", "qtr", "qtrs"]),
            ("month", ["months", "mon", "mons"]),
            ("week", ["weeks", "w"]),
            ("dayofweek", ["dow", "dw", "weekday"]),
            ("dayofyear", ["doy", "dy", "yearday"]),
            ("day", ["days", "d"]),
            ("hour", ["hours", "h", "hr", "hrs"]),
            ("minute", ["minutes", "m", "min", "mins"]),
            ("second", ["seconds", "s", "sec", "secs"]),
            ("millisecond", ["milliseconds", "ms", "msec", "msecs", "msecond", "mseconds", "millisec", "millisecs", "millisecon"]),
            ("microsecond", ["microseconds", "microsec", "microsecs", "usecond", "useconds", "us", "usec", "usecs"]),
            ("timezone", []),
            ("timezone_hour", []),
            ("timezone_minute", []),
        }.SelectMany(part => part.Others.Prepend(part.Part).Select(name => (name, part.Part))),
    ];

    static readonly FrozenDictionary<string, string> Names = Pairs.ToFrozenDictionary(pair => pair.Name, pair => pair.Part);

    /// <summary>All names, for "did you mean".</summary>
    public static IReadOnlyList<string> All { get; } = [.. Pairs.Select(pair => pair.Name)];

    /// <summary>The part's plain name (year, dayofweek …) for any of its names, folded; null where it is none.</summary>
    public static string? Find(string name) => Names.GetValueOrDefault(name);
}
