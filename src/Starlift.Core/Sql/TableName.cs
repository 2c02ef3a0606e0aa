using Starlift.Sql.Tree;

namespace Starlift.Sql;

/// <summary>A table's name, folded as Redshift folds it: lower case, quoted or not.</summary>
/// <param name="Schema">Null where the statement names none.</param>
/// <param name="Name">The name without its schema.</param>
public sealed record TableName(string? Schema, string Name)
{
    const string DefaultSchema = "public";

    /// <summary>The name of the same table with its schema left out, or with public for one that is left out; null where there is none.</summary>
    public TableName? OtherName => Schema switch
    {
        null => this with { Schema = DefaultSchema },
        DefaultSchema => this with { Schema = null },
        _ => null,
    };

    /// <summary>The name in quotes, its schema included, whatever word it is.</summary>
    public string Quoted => Schema is null ? Quoting.Name(Name) : $"{Quoting.Name(Schema)}.{Quoting.Name(Name)}";

    /// <summary>The name that a statement writes; a database before it is the target's.</summary>
    public static TableName Of(QualifiedName name) => new(name.Parts.Count > 1 ? name.Parts[^2].Name : null, name.Parts[^1].Name);

    /// <summary>The one of <paramref name="tables"/> that the name means; null where it means none.</summary>
    public TableName? In(IReadOnlySet<TableName> tables) =>
        tables.Contains(this) ? this : OtherName is { } other && tables.Contains(other) ? other : null;

    public override string ToString() => Schema is null ? Name : $"{Schema}.{Name}";
}
