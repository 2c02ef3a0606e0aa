namespace Starlift.RedshiftStandIn;

/// <summary>What a statement yields.</summary>
/// <param name="Columns">Null for a statement that yields no rows.</param>
/// <param name="Rows">Of .NET values.</param>
/// <param name="Tag">Of the CommandComplete message.</param>
sealed record StandInAnswer(IReadOnlyList<string>? Columns, IReadOnlyList<object?[]> Rows, string Tag)
{
    /// <summary>Told before the command is complete.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    public static StandInAnswer Done(string tag) => new(null, [], tag);
}
