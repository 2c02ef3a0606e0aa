using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.Runs;

/// <summary>
/// A scope and the SQL of its key as one text, which is the same for staged records and for rows of the star: integers, dates and the like as the warehouse
/// writes them, texts without the trailing blanks that make no difference, NULL as a key of its own.
/// </summary>
/// <param name="Number">Tells its temporary tables from those of others.</param>
/// <param name="Name">By which starlift.scopes knows it.</param>
/// <param name="Scope">What it is the key of.</param>
sealed record ScopeKey(int Number, string Name, ModelScope Scope)
{
    /// <summary>The temporary table of what the staged objects hold: object_index, scope_key.</summary>
    public string Held => $"starlift_held_{Number}";

    /// <summary>The temporary table of the keys whose rows are replaced: scope_key.</summary>
    public string Keys => $"starlift_keys_{Number}";

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

    /// <summary>The key of a row of a star table.</summary>
    /// <param name="columns">Of the star table, in the order of the scope.</param>
    public string OfRow(IReadOnlyList<string> columns) => Of(columns);

    string Of(IEnumerable<string> names)
    {
        var texts = names.Zip(Scope.Sources, (name, source) => source.Type.IsCharacter ? $"rtrim({Quoting.Name(name)})" : $"cast({Quoting.Name(name)} as varchar)").ToList();
        return texts.Count == 1
            ? $"coalesce('=' || {texts[0]}, '-')"
            : string.Join(" || ", texts.Select(text => $"coalesce(cast(len({text}) as varchar) || '=' || {text}, '-')"));
    }
}
