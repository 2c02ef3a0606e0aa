using System.Collections.Frozen;

namespace Starlift.Sql.Meaning.Functions;

/// <summary>Every function that Redshift has, by name. What isn't in it doesn't exist.</summary>
public static class FunctionCatalogue
{
    static readonly FrozenDictionary<string, FunctionRow> ByName = All().ToFrozenDictionary(row => row.Name, StringComparer.Ordinal);

    /// <summary>All rows, family by family.</summary>
    public static IEnumerable<FunctionRow> All() =>
    [
        .. StringFunctions.Rows,
        .. PatternFunctions.Rows,
        .. HashFunctions.Rows,
        .. NumberFunctions.Rows,
        .. ConditionalFunctions.Rows,
        .. FormatFunctions.Rows,
        .. VarbyteFunctions.Rows,
        .. DateFunctions.Rows,
        .. DateComparisonFunctions.Rows,
        .. AggregateFunctions.Rows,
        .. WindowFunctions.Rows,
        .. JsonFunctions.Rows,
        .. SuperFunctions.Rows,
        .. SystemFunctions.Rows,
        .. CatalogueFunctions.Rows,
        .. CastFunctions.Rows,
    ];

    /// <summary>The function of that name, which has to be in lower case; null where Redshift has none.</summary>
    public static FunctionRow? Find(string name) => ByName.GetValueOrDefault(name);
}
