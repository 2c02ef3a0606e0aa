namespace Starlift.Sql;

/// <summary>A table's name, folded as Redshift folds it: lower case, quoted or not.</summary>
/// <param name="Schema">Null where the statement names none.</param>
/// <param name="Name">The name without its schema.</param>
public sealed record TableName(string? Schema, string Name)
{
    public override string ToString() => Schema is null ? Name : $"{Schema}.{Name}";
}
