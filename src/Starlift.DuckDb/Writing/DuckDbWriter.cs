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
sealed partial class DuckDbWriter(SqlSource source, Func<IEnumerable<CreateTable>>? definitions = null) : EngineWriter(source)
{
    readonly SqlSource _source = source;

    public override string TableName(TableDefinition table) => table.Kind == TableKind.Temporary || table.Schema == Catalogue.TemporarySchema
        ? $"temp.{Quote(table.Name)}"
        : $"{Quote(DuckDbName.Schema(table.Schema))}.{Quote(table.Name)}";

    public override string TypeName(DataType type) => type.Kind switch
    {
        TypeKind.Boolean => "BOOLEAN",
        TypeKind.SmallInt => "SMALLINT",
        TypeKind.Integer => "INTEGER",
        TypeKind.BigInt or TypeKind.Oid => "BIGINT",
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

    DuckDbSystemViews SystemViews => field ??= new DuckDbSystemViews(definitions?.Invoke() ?? []);

    protected override Fragment Source(BoundSource source) => source is BoundTable { Table: { Kind: TableKind.ComputeSystem or TableKind.LeaderSystem } table } && SystemViews.Query(table.Schema, table.Name) is { } query
        ? $"({query}) AS {Alias(source)}"
        : base.Source(source);

    protected override FunctionWriter? Function(string name) => DuckDbFunctions.Find(name);

    protected override Fragment Placeholder(BoundPlaceholder placeholder) =>
        throw Refuse(placeholder, "the statement takes a parameter here, and there is no value for it", "write the value itself, or a variable: ${name}");
}
