namespace Starlift.Reports;

/// <summary>What a load of a run did.</summary>
/// <param name="Name">The load's.</param>
/// <param name="Objects">How many it read.</param>
/// <param name="Bytes">Of these, as stored.</param>
/// <param name="Records">How many it read.</param>
/// <param name="Staged">Rows put into the staging table.</param>
/// <param name="Rejects">Records that could not be loaded.</param>
/// <param name="Duration">How long it took.</param>
public sealed record LoadFlow(string Name, long Objects, long Bytes, long Records, long Staged, long Rejects, TimeSpan Duration);
