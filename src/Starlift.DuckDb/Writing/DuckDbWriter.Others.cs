using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <content>Statements without queries.</content>
sealed partial class DuckDbWriter
{
    protected override IEnumerable<Fragment> Other(BoundOther other) => other.Statement switch
    {
        // rights, statistics and housekeeping: DuckDB has one user and looks after itself; its transactions lock what they write
        GrantStatement or VacuumStatement or AnalyzeStatement or LockStatement or RefreshStatement => [Fragment.Of(Nothing)],
        SetStatement { Rest: null, Name.Parts: [{ Name: "timezone" }] } set => [Fragment.Of($"SET TimeZone = {Quoted(set.Values is [var zone] ? DuckDbZone.Of(Told(zone)) : "UTC")}")],
        SetStatement { Name.Parts: [{ Name: "datestyle" }], Values: [.., var style] } when Told(style).ToUpperInvariant() is var words && (words.Contains("DMY", StringComparison.Ordinal) || words.Contains("YMD", StringComparison.Ordinal)) =>
            throw Refuse(other, "DATESTYLE can't be changed here: DuckDB reads months before days", "write dates as year-month-day, which every order reads alike"),
        ResetStatement { Name: null or { Parts: [{ Name: "timezone" }] } } => [Fragment.Of("SET TimeZone = 'UTC'")],
        // what the binder heeds, or what changes no result
        SetStatement or ResetStatement => [Fragment.Of(Nothing)],
        TruncateStatement when other.Table is { } table => [Fragment.Of($"TRUNCATE {TableName(table)}")],
        AlterTableStatement { Actions: [AppendFrom] } when other.Source is not null => Append(other),
        AlterTableStatement alter when other.Table is { } table => [.. alter.Actions.SelectMany(action => Altered(other, TableName(table), action))],
        DropStatement { Kind: ObjectKind.View or ObjectKind.MaterializedView or ObjectKind.Schema } drop => drop.Names.Select(name => Dropped(drop, name)),
        CreateSchemaStatement { Name: { } name } create => [Fragment.Of($"CREATE SCHEMA {(create.IfNotExists ? "IF NOT EXISTS " : "")}{Quote(name.Name)}")],
        TransactionStatement transaction => [Fragment.Of(transaction.Kind switch { TransactionKind.Begin => "BEGIN TRANSACTION", TransactionKind.Commit => "COMMIT", _ => "ROLLBACK" })],
        FetchStatement fetch => throw NoCursor(other, fetch.Cursor.Name),
        CloseStatement { Cursor: { } cursor } => throw NoCursor(other, cursor.Name),
        UnloadStatement => throw Refuse(other, "UNLOAD is not supported here", "UNLOAD runs on Redshift only: read the rows by starlift query"),
        _ => Verbatim(other),
    };

    IEnumerable<Fragment> Verbatim(BoundOther other)
    {
        RefuseUnknown(other, "DuckDB", hasRoutines: false);
        return [Words(other.Statement.Span)];
    }

    // none can be declared
    SqlException NoCursor(BoundOther other, string name) => Refuse(other, $"cursor \"{name}\" does not exist", "run the query itself: DuckDB has no cursors");

    static string Told(Expression value) => value switch
    {
        StringLiteral text => text.Value,
        NumberLiteral number => number.Digits,
        UnaryExpression { Operator: UnaryOperator.Minus, Operand: var operand } => $"-{Told(operand)}",
        ColumnReference { Parts: [var name] } => name.Name,
        _ => "",
    };

    IEnumerable<Fragment> Altered(BoundOther other, string table, AlterAction action)
    {
        switch (action)
        {
            case AddColumn { Column: var column }:
                var type = TypeSpellings.Read(column.Type, inTable: true, out _) ?? DataType.Text;
                var byDefault = other.Default is null ? Fragment.Empty : $" DEFAULT {Expression(Unconverted(other.Default)).Bare}";
                yield return $"ALTER TABLE {table} ADD COLUMN {Quote(column.Name.Name)} {TypeName(type)}{byDefault}";
                if (column.Attributes.Any(attribute => attribute.Kind == ColumnAttributeKind.NotNull))
                {
                    yield return Fragment.Of($"ALTER TABLE {table} ALTER COLUMN {Quote(column.Name.Name)} SET NOT NULL");
                }

                break;
            case DropColumn drop:
                yield return Fragment.Of($"ALTER TABLE {table} DROP COLUMN {Quote(drop.Column.Name)}{(drop.Behavior == DropBehavior.Cascade ? " CASCADE" : "")}");
                break;
            case RenameColumn rename:
                yield return Fragment.Of($"ALTER TABLE {table} RENAME COLUMN {Quote(rename.Column.Name)} TO {Quote(rename.Name.Name)}");
                break;
            case RenameTable rename:
                yield return Fragment.Of($"ALTER {(other.Table?.Kind == TableKind.View ? "VIEW" : "TABLE")} {table} RENAME TO {Quote(rename.Name.Name)}");
                break;
            case ChangeColumnType change when TypeSpellings.Read(change.Type, inTable: true, out _) is { } changed:
                yield return Fragment.Of($"ALTER TABLE {table} ALTER COLUMN {Quote(change.Column.Name)} TYPE {TypeName(changed)}");
                break;
            default:
                // keys and references are checked before a run is published; owners, distribution, sort order and compression mean nothing here
                yield return Fragment.Of(Nothing);
                break;
        }
    }

    // the column converts a number by itself; DuckDB shows such a default in the same words before and after it is stored
    static BoundExpression Unconverted(BoundExpression value) => value is BoundConversion { Operand: BoundLiteral { Type.IsNumber: true } literal } ? literal : value;

    Fragment Dropped(DropStatement drop, ObjectName name)
    {
        var kind = drop.Kind == ObjectKind.Schema ? "SCHEMA" : "VIEW";
        var parts = name.Name.Parts;
        var schema = parts.Count > 1 ? $"{Quote(DuckDbName.Schema(parts[^2].Name))}." : "";
        return Fragment.Of($"DROP {kind} {(drop.IfExists ? "IF EXISTS " : "")}{schema}{Quote(parts[^1].Name)}{(drop.Behavior == DropBehavior.Cascade ? " CASCADE" : "")}").At(name.Span);
    }

    /// <summary>A stretch of the statement, its names and texts written as DuckDB reads them.</summary>
    Fragment Words(TextSpan span)
    {
        var tokens = SqlLexer.Read(_source with { Start = span.Start, Length = span.Length }).Where(token => token.Kind != TokenKind.End);
        return Fragment.Join(" ", tokens.Select(token => Fragment.Of(DuckDbWords.Write(token, _source, token.Start == span.Start)).At(new TextSpan(token.Start, token.End))));
    }
}
