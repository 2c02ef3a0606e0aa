using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Copying;

/// <summary>
/// A COPY made ready against its table: which columns, filled from where, converted how (Amazon Redshift: "Column mapping options").
/// Immutable and thread-safe.
/// </summary>
public sealed class PreparedCopy
{
    PreparedCopy(CopyStatement statement, IReadOnlyList<CopyColumn> columns, PathTree paths)
    {
        Statement = statement;
        Columns = columns;
        Paths = paths;
        Options = ConversionOptions.Of(statement);
    }

    public CopyStatement Statement { get; }

    /// <summary>What is filled from the records, in this order. The last ones may be NOT NULL columns that the statement leaves out.</summary>
    public IReadOnlyList<CopyColumn> Columns { get; }

    /// <summary>What a row sink is given: <see cref="Columns"/>, and behind them where the record stands, where that was asked for.</summary>
    public IReadOnlyList<CopyColumn> SinkColumns =>
    [
        .. Columns,
        .. Statement.ObjectColumn is { } name ? [new CopyColumn(name, new SqlType(SqlTypeKind.Integer), NotNull: true)] : Array.Empty<CopyColumn>(),
        .. Statement.OffsetColumn is { } offset ? [new CopyColumn(offset, new SqlType(SqlTypeKind.BigInt), NotNull: true)] : Array.Empty<CopyColumn>(),
        .. KeyColumns,
    ];

    /// <summary>What is taken from the objects' keys; the last of <see cref="SinkColumns"/>.</summary>
    public IReadOnlyList<CopyColumn> KeyColumns { get; private init; } = [];

    /// <summary>How many fields a line of CSV has: the first of <see cref="Columns"/> are filled by them.</summary>
    internal int FieldCount { get; private init; }

    internal PathTree Paths { get; }

    internal ConversionOptions Options { get; }

    /// <param name="statement">The COPY.</param>
    /// <param name="table">The table it fills.</param>
    /// <param name="jsonPaths">The bytes of the JSONPaths object; null where the statement names none.</param>
    /// <exception cref="StarliftException">The statement does not fit the table, or the JSONPaths object can't be used.</exception>
    public static PreparedCopy Of(CopyStatement statement, CreateTable table, ReadOnlyMemory<byte>? jsonPaths)
    {
        var listed = ListedColumns(statement, table);
        var format = statement.Json;
        IReadOnlyList<JsonPath>? paths = null;
        if (jsonPaths is { } file)
        {
            paths = JsonPathsFile.Read(statement.JsonPaths!, file);
            format = paths is null ? JsonFormat.Auto : JsonFormat.Paths;
        }

        paths = format switch
        {
            JsonFormat.Paths => Matching(paths!, listed, statement),
            JsonFormat.NoShred => WholeRecord(listed, statement),
            _ => [.. listed.Select(column => JsonPath.Member(column.Name))],
        };
        var columns = listed.Select(column => new CopyColumn(column.Name, column.Type, column.NotNull));
        var missing = table.Columns
            .Where(column => column is { NotNull: true, Default: null, Identity: null } && !listed.Contains(column))
            .Select(column => new CopyColumn(column.Name, column.Type, true))
            .ToList();
        return new PreparedCopy(
            statement,
            [.. columns, .. missing],
            PathTree.Of([.. paths, .. missing.Select(_ => (JsonPath?)null)], format == JsonFormat.AutoIgnoreCase))
        {
            FieldCount = listed.Count,
            KeyColumns = [.. (statement.Keys?.Columns ?? []).Select(name => table.Column(name)!).Select(column => new CopyColumn(column.Name, column.Type, column.NotNull))],
        };
    }

    static List<ColumnDefinition> ListedColumns(CopyStatement statement, CreateTable table)
    {
        var listed = statement.Columns is null
            ? [.. table.Columns.Where(column => column.Identity is null || statement.ExplicitIds)]
            : statement.Columns.Select(name => table.Column(name) ?? throw new ConfigurationException(
                $"column \"{name}\" of relation \"{table.Name}\" does not exist",
                PlaceOf(statement),
                $"its columns are {string.Join(", ", table.Columns.Select(column => column.Name))}")).ToList();
        if (listed.GroupBy(column => column.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ConfigurationException($"column \"{twice.Key}\" is specified more than once", PlaceOf(statement));
        }

        if (!statement.ExplicitIds && listed.FirstOrDefault(column => column.Identity is { ByDefault: false }) is { } identity)
        {
            throw new ConfigurationException(
                $"cannot set an identity column to a value: column \"{identity.Name}\" of table \"{table.Name}\"",
                PlaceOf(statement),
                "leave the column out of the list, or add EXPLICIT_IDS");
        }

        if (statement.ExplicitIds && !listed.Any(column => column.Identity is not null))
        {
            throw new ConfigurationException(
                $"EXPLICIT_IDS needs the identity column of table \"{table.Name}\" in the column list",
                PlaceOf(statement),
                "add the column to the list, or leave EXPLICIT_IDS out");
        }

        return listed.FirstOrDefault(column => column.Type.Kind == SqlTypeKind.TimeTz) is { } unsupported
            ? throw new ConfigurationException(
                $"column \"{unsupported.Name}\" is of type TIMETZ, which COPY can't fill here",
                PlaceOf(statement),
                "declare it as VARCHAR or TIMESTAMPTZ")
            : listed;
    }

    static IReadOnlyList<JsonPath> Matching(IReadOnlyList<JsonPath> paths, List<ColumnDefinition> listed, CopyStatement statement) =>
        paths.Count == listed.Count
            ? paths
            : throw new ConfigurationException(
                $"Number of jsonpaths and the number of columns should match. JSONPath size: {paths.Count}, "
                    + $"Number of columns in table or column list: {listed.Count}",
                PlaceOf(statement),
                $"write one path in {statement.JsonPaths} for each of {string.Join(", ", listed.Select(column => column.Name))}");

    static IReadOnlyList<JsonPath> WholeRecord(List<ColumnDefinition> listed, CopyStatement statement) =>
        listed is [{ Type.Kind: SqlTypeKind.Super }]
            ? [JsonPath.Whole]
            : throw new ConfigurationException(
                $"'noshred' needs one SUPER column, and {statement.Table} is filled in {listed.Count}",
                PlaceOf(statement),
                "name one SUPER column in the column list");

    static SourcePlace PlaceOf(CopyStatement statement) => statement.Source.PlaceOf(statement.Source.Start);
}
