namespace Starlift.Cli.Generating;

/// <summary>How the events are spread over the days: quiet nights, busy afternoons, slow weekends, good and bad days.</summary>
sealed class Pace
{
    const int MillisecondsAnHour = 3_600_000;

    static readonly int[] Hours = [33, 29, 24, 20, 21, 25, 29, 34, 41, 49, 57, 62, 63, 68, 82, 95, 98, 94, 83, 69, 65, 57, 50, 41];
    static readonly int[] Weekdays = [50, 90, 95, 112, 105, 100, 64];

    readonly long[] _cumulated;
    readonly long _events;
    int _hour;

    public Pace(GeneratorOptions options, ulong seed)
    {
        _events = options.Events;
        _cumulated = new long[(options.Days * 24) + 1];
        var random = new RandomNumbers(seed);
        for (var day = 0; day < options.Days; day++)
        {
            var weight = Weekdays[(int)options.FirstDay.AddDays(day).DayOfWeek] * (65 + random.Below(71));
            for (var hour = 0; hour < 24; hour++)
            {
                var slot = (day * 24) + hour;
                _cumulated[slot + 1] = _cumulated[slot] + (weight * Hours[hour]);
            }
        }
    }

    /// <summary>
    /// When so many events have happened, in milliseconds from the first day's start. To be asked with rising numbers, from 0 to
    /// one less than the number of events.
    /// </summary>
    public long TimeOf(long events)
    {
        var weight = (UInt128)events * (UInt128)_cumulated[^1];
        while ((UInt128)_cumulated[_hour + 1] * (UInt128)_events <= weight)
        {
            _hour++;
        }

        var (before, slot) = (_cumulated[_hour], _cumulated[_hour + 1] - _cumulated[_hour]);
        var within = (weight - ((UInt128)before * (UInt128)_events)) * MillisecondsAnHour / ((UInt128)slot * (UInt128)_events);
        return ((long)_hour * MillisecondsAnHour) + (long)within;
    }
}
