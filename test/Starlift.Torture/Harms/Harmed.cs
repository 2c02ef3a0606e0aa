namespace Starlift.Torture.Harms;

/// <summary>What came of a harm.</summary>
/// <param name="End">Of the process.</param>
sealed record Harmed(ProcessEnd End)
{
    /// <summary>A process that failed had too little space, and has to say so.</summary>
    public bool IsDiskFull { get; init; }

    /// <summary>Copies of the database's files that were made meanwhile, in order. The last is of the end.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];
}
