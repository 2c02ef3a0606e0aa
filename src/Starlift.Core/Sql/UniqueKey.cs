namespace Starlift.Sql;

/// <summary>PRIMARY KEY or UNIQUE, which Redshift accepts and does not enforce.</summary>
public sealed record UniqueKey(bool Primary, IReadOnlyList<string> Columns);
