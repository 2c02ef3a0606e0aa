using System.Globalization;
using Starlift.Sql;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;
using Starlift.Sql.Writing;

namespace Starlift.Postgres.Writing;

/// <summary>Says bound statements as PostgreSQL, from which Redshift descends, so that values, types and errors are Redshift's.</summary>
sealed partial class PostgresWriter : EngineWriter
{
    /// <summary>A statement without an effect.</summary>
    public const string Nothing = "SELECT 1 WHERE false";

    readonly SqlSource _source;
    readonly IEnumerable<CreateTable> _definitions;
    readonly List<PostgresHelper> _helpers = [];
    int _depth;

    /// <param name="source">What the statement was parsed from.</param>
    /// <param name="definitions">What is known of tables from their statements; null for nothing.</param>
    public PostgresWriter(SqlSource source, IEnumerable<CreateTable>? definitions = null)
        : base(source) => (_source, _definitions) = (source, definitions ?? []);

    public override string TableName(TableDefinition table) =>
        $"{(table.Schema == Catalogue.TemporarySchema ? Catalogue.TemporarySchema : Quote(table.Schema))}.{Quote(table.Name)}";

    public override string TypeName(DataType type) => type.Kind switch
    {
        TypeKind.Boolean => "boolean",
        TypeKind.SmallInt => "smallint",
        TypeKind.Integer => "integer",
        TypeKind.BigInt => "bigint",
        TypeKind.Decimal => type.Precision == 0 ? "numeric" : string.Create(CultureInfo.InvariantCulture, $"numeric({type.Precision},{type.Scale})"),
        TypeKind.Real => "real",
        TypeKind.DoublePrecision => "double precision",
        TypeKind.Char => type.Length == 0 ? "bpchar" : string.Create(CultureInfo.InvariantCulture, $"character({type.Length})"),
        TypeKind.Varchar or TypeKind.Unknown => type.Length is 0 or >= DataType.MaxVarchar || type.IsUnknown ? "text" : string.Create(CultureInfo.InvariantCulture, $"varchar({type.Length})"),
        TypeKind.Date => "date",
        TypeKind.Time => "time",
        TypeKind.TimeTz => "timetz",
        TypeKind.Timestamp => "timestamp",
        TypeKind.TimestampTz => "timestamptz",
        TypeKind.Interval or TypeKind.IntervalYearToMonth or TypeKind.IntervalDayToSecond => "interval",
        TypeKind.Super => "jsonb",
        TypeKind.Varbyte => "bytea",
        TypeKind.InternalChar => "\"char\"",
        TypeKind.Array => "text[]",
        _ => TypeNames.Bare(type.Kind),
    };

    /// <summary>The name of what the statement needs beside itself: it is made before.</summary>
    public string Use(PostgresHelper helper)
    {
        if (!_helpers.Contains(helper))
        {
            _helpers.Add(helper);
        }

        return helper.Name;
    }

    protected override IEnumerable<Fragment> Statements(Statement tree, BoundStatement bound)
    {
        _depth++;
        var statements = base.Statements(tree, bound).ToList();
        _depth--;
        if (_depth > 0 || _helpers.Count == 0)
        {
            return statements;
        }

        return bound is BoundCreateFromQuery { Table.Kind: TableKind.View } && _helpers.Exists(helper => helper.IsTemporary)
            ? throw Refuse(bound, "PostgreSQL 15 has no function for what the view calculates", "make a table of the query: CREATE TABLE … AS")
            : [.. _helpers.Select(helper => Fragment.Of(helper.Definition)), .. statements];
    }

    protected override Fragment Literal(BoundLiteral literal)
    {
        var type = literal.Type;
        if (literal.Text is not { } text)
        {
            return Fragment.Of(type.IsUnknown ? "NULL" : $"CAST(NULL AS {TypeName(type)})");
        }

        if (type.IsUnknown)
        {
            return Fragment.Of(literal.Quoted ? Quoted(text) : text);
        }

        if (!literal.Quoted)
        {
            return Fragment.Of(Unquoted(text, type));
        }

        return type.Kind switch
        {
            TypeKind.Boolean => Fragment.Of(text.Trim(' ').ToLowerInvariant() is "t" or "true" or "y" or "yes" or "1" ? "true" : "false"),
            TypeKind.Varchar => Fragment.Of($"CAST({Quoted(text)} AS text)"),
            TypeKind.Char => Fragment.Of($"CAST({Quoted(text)} AS bpchar)"),
            TypeKind.Super => Fragment.Of($"to_jsonb(CAST({Quoted(text)} AS text))"),
            TypeKind.Varbyte => Fragment.Of($"convert_to({Quoted(text)}, 'UTF8')"),
            _ => Fragment.Of($"CAST({Quoted(text)} AS {TypeName(type)})"),
        };
    }

    string Unquoted(string text, DataType type) => type.Kind switch
    {
        TypeKind.Boolean or TypeKind.Integer => text,
        TypeKind.BigInt when text.TrimStart('0').Length > 10 => text,
        TypeKind.Decimal when text.Contains('.', StringComparison.Ordinal) && !text.Contains('e', StringComparison.OrdinalIgnoreCase) => text,
        TypeKind.Varchar or TypeKind.Char or TypeKind.DoublePrecision or TypeKind.Real => $"CAST({Quoted(text)} AS {TypeName(type)})",
        TypeKind.Super => $"to_jsonb({text})",
        _ => $"CAST({text} AS {TypeName(type)})",
    };

    protected override Fragment Interval(BoundInterval interval)
    {
        var qualifier = interval.Qualifier switch
        {
            null => "",
            { Last: null, First: var first, Precision: { } digits } when first == "second" => string.Create(CultureInfo.InvariantCulture, $" second({digits})"),
            { Last: null, First: var first } => $" {first}",
            { Last: "second", First: var first, Precision: { } digits } => string.Create(CultureInfo.InvariantCulture, $" {first} to second({digits})"),
            { Last: { } last, First: var first } => $" {first} to {last}",
        };
        return Fragment.Of($"CAST({Quoted(interval.Text)} AS interval{qualifier})");
    }
}
