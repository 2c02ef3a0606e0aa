using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.Runs;

/// <summary>
/// A scope and the SQL of its key as one text, which is the same for staged records and for rows of the star: integers, dates and the like as the warehouse
/// writes them, texts without the trailing blanks that make no difference, NULL as a key of its own.
/// </summary>
/// <param name="Number">Tells its temporary tables from those of others.</param>
/// <param name="Name">By which starlift.scoped_objects knows it.</param>
/// <param name="Scope">What it is the key of.</param>
sealed record ScopeKey(int Number, string Name, ModelScope Scope)
{
    /// <summary>The temporary table of what the staged objects hold: object_index, scope_key.</summary>
    public string Held => $"starlift_held_{Number}";

    /// <summary>The temporary table of the keys whose rows are replaced: scope_key.</summary>
    public string Keys => $"starlift_keys_{Number}";

    /// <summary>
    /// An expression over scope_key that gives keys of one object values near each other: an object's least and greatest value tell that it holds none of some keys.
    /// Texts of numbers are in the order of the numbers when they are equally long.
    /// </summary>
    public string Rank => Scope.Sources is [{ Type.Kind: SqlTypeKind.SmallInt or SqlTypeKind.Integer or SqlTypeKind.BigInt }] ? "lpad(scope_key, 21, '0')" : "scope_key";

    /// <summary>The scopes of a project's models, each once.</summary>
    public static IReadOnlyList<ScopeKey> Of(Project project)
    {
        List<ScopeKey> keys = [];
        foreach (var scope in project.Models.Select(model => model.Replaces).OfType<ModelScope>().Where(scope => !keys.Exists(key => key.Scope.IsSame(scope))))
        {
            keys.Add(new ScopeKey(keys.Count, scope.NameIn(project.Name), scope));
        }

        return keys;
    }

    /// <summary>The key of a staged record.</summary>
    public string OfRecord => Of(Scope.Sources.Select(source => source.Name));

    /// <summary>The condition on rows of a star table that their key is among <see cref="Keys"/>.</summary>
    /// <param name="scope">Of the table's model.</param>
    /// <param name="star">The table.</param>
    public string IsReplaced(ModelScope scope, CreateTable star)
    {
        // A key of one column is compared as what it is: that costs a tenth of making a text of every row.
        var value = (scope.Sources, star.Column(scope.Columns[0])) switch
        {
            ({ Count: 1 }, { NotNull: true, Type.Kind: SqlTypeKind.SmallInt or SqlTypeKind.Integer or SqlTypeKind.BigInt }) => "cast(substring(scope_key, 2) as bigint)",
            ({ Count: 1 }, { NotNull: true, Type.Kind: SqlTypeKind.Date }) => "cast(substring(scope_key, 2) as date)",
            ({ Count: 1 }, { NotNull: true, Type.IsCharacter: true }) => "substring(scope_key, 2)",
            _ => null,
        };
        return value is null
            ? $"{Of(scope.Columns)} in (select scope_key from {Keys})"
            : $"{Quoting.Name(scope.Columns[0])} in (select case when scope_key = '-' then null else {value} end from {Keys})";
    }

    string Of(IEnumerable<string> names)
    {
        var texts = names.Zip(Scope.Sources, (name, source) => source.Type.IsCharacter ? $"rtrim({Quoting.Name(name)})" : $"cast({Quoting.Name(name)} as varchar)").ToList();
        return texts.Count == 1
            ? $"coalesce('=' || {texts[0]}, '-')"
            : string.Join(" || ", texts.Select(text => $"coalesce(cast(len({text}) as varchar) || '=' || {text}, '-')"));
    }
}
