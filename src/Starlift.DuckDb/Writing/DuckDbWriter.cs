using System.Globalization;
using Starlift.Sql;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>Says Redshift's statements as DuckDB does.</summary>
/// <param name="source">What the statement was parsed from.</param>
/// <param name="definitions">What is known of tables from their statements; asked for where a statement reads the system's tables.</param>
/// <param name="written">The queries of views, as they were written; asked for then too.</param>
sealed partial class DuckDbWriter(SqlSource source, Func<IEnumerable<CreateTable>>? definitions = null, Func<IReadOnlyDictionary<TableName, WrittenView>>? written = null) : EngineWriter(source)
{
    readonly SqlSource _source = source;
    bool _prepares;

    public override string TableName(TableDefinition table) => NameOf(table);

    /// <summary>The table as DuckDB names it, its schema included.</summary>
    public static string NameOf(TableDefinition table) => table.Kind == TableKind.Temporary || table.Schema == Catalogue.TemporarySchema
        ? $"temp.{DuckDbName.Quote(table.Name)}"
        : $"{DuckDbName.Quote(DuckDbName.Schema(table.Schema))}.{DuckDbName.Quote(table.Name)}";

    public override string TypeName(DataType type) => type.Kind switch
    {
        TypeKind.Boolean => "BOOLEAN",
        TypeKind.SmallInt => "SMALLINT",
        TypeKind.Integer => "INTEGER",
        TypeKind.BigInt or TypeKind.Oid or TypeKind.RegClass => "BIGINT",
        TypeKind.Array => "VARCHAR[]",
        TypeKind.Decimal => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({type.Precision}, {type.Scale})"),
        TypeKind.Real => "REAL",
        TypeKind.DoublePrecision => "DOUBLE",
        TypeKind.Date => "DATE",
        TypeKind.Time => "TIME",
        TypeKind.TimeTz => "TIMETZ",
        TypeKind.Timestamp => "TIMESTAMP",
        TypeKind.TimestampTz => "TIMESTAMPTZ",
        TypeKind.Interval or TypeKind.IntervalYearToMonth or TypeKind.IntervalDayToSecond => "INTERVAL",
        TypeKind.Super => "JSON",
        TypeKind.Varbyte or TypeKind.HllSketch or TypeKind.Geometry or TypeKind.Geography => "BLOB",
        _ => "VARCHAR",
    };

    DuckDbSystemViews SystemViews => field ??= new DuckDbSystemViews(definitions?.Invoke() ?? [], written?.Invoke() ?? new Dictionary<TableName, WrittenView>(), Settings);

    DuckDbCatalogueFunctions CatalogueFunctions => field ??= new DuckDbCatalogueFunctions(SystemViews, new DuckDbSessionValues(Settings));

    protected override Fragment Source(BoundSource source) => source is BoundTable { Table: { Kind: TableKind.ComputeSystem or TableKind.LeaderSystem } table } && SystemViews.Query(table.Schema, table.Name) is { } query
        ? $"({query}) AS {Alias(source)}"
        : WithElements(source, base.Source(source));

    protected override FunctionWriter? Function(string name) => CatalogueFunctions.Find(name) ?? DuckDbFunctions.Find(name);

    // in a select list it makes rows of a list; in FROM it is a table
    protected override Fragment FunctionSource(BoundFunctionSource function) => function switch
    {
        { Call: BoundCall { Function.Name: "generate_series" } call } => $"{new CallText(this, call).Named("generate_series")} AS {Alias(function)}{ColumnList(function)}",
        { Call.Type.Kind: TypeKind.Record } => $"(SELECT {NoRows(function)} WHERE false) AS {Alias(function)}",
        _ => base.FunctionSource(function),
    };

    // of functions that tell of late-binding views and of roles: there are none
    Fragment NoRows(BoundFunctionSource function) => function.Columns.Count == 0
        ? Fragment.Of("NULL AS view_schema, NULL AS view_name, NULL AS col_name, NULL AS col_type, NULL AS col_num")
        : Fragment.Join(", ", function.Columns.Select((column, i) => (Fragment)$"CAST(NULL AS {(column.Type.IsUnknown ? "VARCHAR" : TypeName(column.Type))}) AS {ColumnName(function, i)}"));

    protected override Fragment Placeholder(BoundPlaceholder placeholder) => _prepares ? base.Placeholder(placeholder)
        : throw Refuse(placeholder, "the statement takes a parameter here, and there is no value for it", "write the value itself, or a variable: ${name}");
}
