namespace Starlift.Cli.Doctor;

/// <summary>One question of the doctor. It changes nothing that stays.</summary>
/// <param name="Name">Two words at most.</param>
/// <param name="AskAsync">
/// What was found, in one sentence. Throws a <see cref="Errors.StarliftException"/> where something is wrong, and a
/// <see cref="ProbeSkippedException"/> where the question makes no sense.
/// </param>
sealed record Probe(string Name, Func<CancellationToken, Task<string>> AskAsync)
{
    /// <summary>Names of probes that have to pass first.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];
}
