namespace Starlift.Copying;

/// <summary>A DECIMAL column that holds less than what the records say.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Values">How many of its values were cut at its scale.</param>
public sealed record LostDigits(string Column, long Values);
