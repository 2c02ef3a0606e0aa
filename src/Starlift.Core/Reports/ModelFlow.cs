namespace Starlift.Reports;

/// <summary>What a model of a run did.</summary>
/// <param name="Name">The model's.</param>
/// <param name="Yielded">Rows of its SELECT.</param>
/// <param name="Inserted">Rows with a key that was not there.</param>
/// <param name="Updated">Rows that were there and now say something else.</param>
/// <param name="Duration">How long it took, the checks of the table's constraints included.</param>
public sealed record ModelFlow(string Name, long Yielded, long Inserted, long Updated, TimeSpan Duration);
