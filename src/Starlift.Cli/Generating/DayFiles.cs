using System.Globalization;

namespace Starlift.Cli.Generating;

/// <summary>The files of log_data, one a day that has events. Events come in order of time, so one file is open at a time.</summary>
sealed class DayFiles : IDisposable
{
    const int FlushAt = 1 << 17;
    const long MillisecondsADay = 86_400_000;

    readonly string _folder;
    readonly DateOnly _firstDay;
    FileStream? _file;
    long _day = -1;

    /// <param name="folder">Of all data; log_data is made in it.</param>
    /// <param name="firstDay">The day at whose start times begin.</param>
    public DayFiles(string folder, DateOnly firstDay)
    {
        _folder = Path.Combine(folder, "log_data");
        _firstDay = firstDay;
    }

    /// <summary>Records appended here go to the file that <see cref="GoTo"/> chose.</summary>
    public RecordWriter Writer { get; } = new();

    /// <summary>Bytes in files; those still in the writer are not among them.</summary>
    public long Bytes { get; private set; }

    /// <summary>Has the next record written to the file of its day.</summary>
    /// <param name="time">In milliseconds from the first day's start; never earlier than before.</param>
    public void GoTo(long time)
    {
        var day = time / MillisecondsADay;
        if (day != _day)
        {
            Flush();
            _file?.Dispose();
            _day = day;
            var date = _firstDay.AddDays((int)day);
            var path = Path.Combine(_folder, date.ToString("yyyy'/'MM'/'yyyy-MM-dd'-events.json'", CultureInfo.InvariantCulture));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        }
        else if (Writer.Length >= FlushAt)
        {
            Flush();
        }
    }

    /// <summary>Writes what is left. To be called once at the end; without it the last file stays cut.</summary>
    public void Complete()
    {
        Flush();
        Dispose();
    }

    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
    }

    void Flush()
    {
        _file?.Write(Writer.Written);
        Bytes += Writer.Length;
        Writer.Clear();
    }
}
