namespace Starlift.Torture;

/// <summary>What a work does where nothing disturbs it.</summary>
sealed record Usual
{
    public static Usual Unknown { get; } = new() { Duration = TimeSpan.Zero, Steps = [], Writes = 0, Commits = 0, Size = 0 };

    public required TimeSpan Duration { get; init; }

    /// <summary>That it tells, in order.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>How often it is seen to write to the database's folder; 0 where the database is elsewhere.</summary>
    public required int Writes { get; init; }

    /// <summary>How often it sends COMMIT; 0 where nothing is sent.</summary>
    public required int Commits { get; init; }

    /// <summary>Bytes of the database's files at most; 0 where they are elsewhere.</summary>
    public required long Size { get; init; }
}
