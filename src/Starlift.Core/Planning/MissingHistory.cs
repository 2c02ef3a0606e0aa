using Starlift.Sql;

namespace Starlift.Planning;

/// <summary>That a star table lacks objects that a load has loaded before the table was made, or before its model read them.</summary>
/// <param name="Table">The star table.</param>
/// <param name="Load">The load's name.</param>
/// <param name="Objects">Of these, those that are still there: they are loaded again.</param>
/// <param name="Vanished">Those that are not: what they brought the table goes without.</param>
public sealed record MissingHistory(TableName Table, string Load, int Objects, int Vanished);
