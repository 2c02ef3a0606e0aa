namespace Starlift.Sql;

/// <summary>LIKE other [INCLUDING | EXCLUDING DEFAULTS].</summary>
public sealed record LikeClause(TableName Table, bool IncludingDefaults);
