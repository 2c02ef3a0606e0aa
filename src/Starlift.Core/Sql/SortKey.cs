namespace Starlift.Sql;

/// <summary>SORTKEY. No columns and <paramref name="Auto"/> for SORTKEY AUTO.</summary>
public sealed record SortKey(IReadOnlyList<string> Columns, bool Interleaved = false, bool Auto = false);
