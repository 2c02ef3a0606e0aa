namespace Starlift.Torture;

/// <summary>What Starlift is about when a moment comes.</summary>
/// <param name="Name">For people.</param>
/// <param name="Start">The state of the database before.</param>
/// <param name="Data">The folder that stands for S3.</param>
/// <param name="End">The state after; the same where nothing is published.</param>
/// <param name="Next">The state after the next run on the same data.</param>
/// <param name="Arguments">Of the command line, without those that name project and data.</param>
sealed record Work(string Name, string Start, string Data, string End, string Next, params IReadOnlyList<string> Arguments)
{
    /// <summary>The state of a database that is not there, or is empty.</summary>
    public const string Nothing = "nothing";

    public static Work First { get; } = new("a first run", Nothing, SparkifyData.Old, "old", "old", "run");

    public static Work Later { get; } = new("a later run", "old", SparkifyData.New, "new", "new", "run");

    public static Work Changed { get; } = new("a run of changed objects", "old", SparkifyData.Changed, "changed", "changed", "run");

    public static Work Refresh { get; } = new("a full refresh", "old", SparkifyData.New, "refreshed", "new", "run", "--full-refresh");

    public static Work Reset { get; } = new("reset", "old", SparkifyData.Old, "reset", "old", "reset", "-y");

    public static Work Script { get; } = new("sql", "old", SparkifyData.New, "old", "new", "sql");

    public static Work Check { get; } = new("check", "old", SparkifyData.New, "old", "new", "check");

    public static Work Report { get; } = new("report", "old", SparkifyData.New, "old", "new", "report");

    /// <summary>In an order in which each finds its start.</summary>
    public static IReadOnlyList<Work> All { get; } = [First, Later, Changed, Refresh, Reset, Script, Check, Report];

    public static IReadOnlyList<Work> Runs { get; } = [First, Later, Changed, Refresh];

    public static IReadOnlyList<Work> Commits { get; } = [.. Runs, Reset];

    public bool IsRun => Arguments[0] == "run";

    public bool Publishes => Start != End;

    public bool ReadsObjects => Arguments[0] is "run" or "sql";
}
