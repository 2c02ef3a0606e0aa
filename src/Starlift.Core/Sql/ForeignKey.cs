namespace Starlift.Sql;

/// <summary>REFERENCES, which Redshift accepts and does not enforce.</summary>
/// <param name="Columns">Of the table that declares it.</param>
/// <param name="Table">The table referred to.</param>
/// <param name="ReferencedColumns">Empty where the statement leaves them out: then they are that table's primary key.</param>
public sealed record ForeignKey(IReadOnlyList<string> Columns, TableName Table, IReadOnlyList<string> ReferencedColumns);
