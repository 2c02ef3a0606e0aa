namespace Starlift.Inference;

/// <summary>Where the rows of a star table come from: a FROM, and how it names values of a record.</summary>
/// <param name="From">FROM of a model.</param>
/// <param name="Base">The SUPER value that is the record; null where the record is the columns of the staging table.</param>
/// <param name="Columns">Of the staging table, by the keys that fill them; empty where there is a base.</param>
sealed record RowSource(string From, string? Base, IReadOnlyDictionary<string, StagingColumn> Columns)
{
    /// <summary>The alias of the staging table.</summary>
    const string Staged = "s";

    public static RowSource Of(StagingTable staging)
    {
        var from = $"{NameWords.Sql(staging.Name)} as {Staged}";
        if (staging.Profile.Shape == RecordShape.Records)
        {
            return staging.Mapping == KeyMapping.Whole
                ? new RowSource(from, $"{Staged}.document", new Dictionary<string, StagingColumn>())
                : new RowSource(from, null, staging.Columns.ToDictionary(column => column.Path!.Key, StringComparer.Ordinal));
        }

        return new RowSource($"{from}, {Staged}.{NameWords.Sql(staging.Columns[0].Name)} as r", "r", new Dictionary<string, StagingColumn>());
    }

    /// <summary>The value at a path of keys, typed as its column is to be.</summary>
    public string Value(IReadOnlyList<string> keys, PathProfile path, ValueType value) =>
        Base is null && keys.Count == 1 ? StagedValue(Columns[keys[0]], value) : SuperValue.Of(Place(keys), path, value);

    /// <summary>The array at a path of keys, as FROM unnests it; null where no path of SQL names it.</summary>
    public string? Array(IReadOnlyList<string> keys) => Place(keys).Path;

    /// <summary>The array at a path of keys, wherever it is.</summary>
    public string ParsedArray(IReadOnlyList<string> keys) => $"json_parse({Place(keys).Text})";

    /// <summary>The whole record as a text that differs where a value differs.</summary>
    public string WholeText => Base is { } record ? $"json_serialize({record})"
        : string.Join(" || '|' || ", Columns.Values.Select(column => $"coalesce({TextOf(column)}, '')"));

    SuperPlace Place(IReadOnlyList<string> keys) =>
        Base is { } record ? new SuperPlace(record, keys) : new SuperPlace($"{Staged}.{NameWords.Sql(Columns[keys[0]].Name)}", [.. keys.Skip(1)]);

    static string StagedValue(StagingColumn column, ValueType value)
    {
        var name = $"{Staged}.{NameWords.Sql(column.Name)}";
        return column.Value.Type.Kind == Starlift.Sql.SqlTypeKind.BigInt && value.Form is ValueForm.EpochSeconds or ValueForm.EpochMilliseconds && column.Value.Type != value.Type
            ? SuperValue.Epoch(name, value.Form)
            : name;
    }

    static string TextOf(StagingColumn column)
    {
        var name = $"{Staged}.{NameWords.Sql(column.Name)}";
        return column.Value.Form == ValueForm.Nested ? $"json_serialize({name})" : $"cast({name} as varchar(65535))";
    }
}
