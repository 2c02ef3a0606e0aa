namespace Starlift.Sql.Analysis;

/// <summary>A column of a table or view that a value comes from.</summary>
public readonly record struct ColumnOrigin(string Schema, string Table, string Column)
{
    public override string ToString() => $"{Schema}.{Table}.{Column}";
}
