namespace Starlift.Bench;

/// <param name="Table">Its name.</param>
/// <param name="Rows">How many.</param>
/// <param name="Checksum">Of all values of all rows.</param>
sealed record TableFingerprint(string Table, long Rows, string Checksum);
