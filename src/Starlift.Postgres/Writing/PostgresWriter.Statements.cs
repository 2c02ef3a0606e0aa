using Starlift.Sql.Meaning;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;
using Starlift.Sql.Writing;

namespace Starlift.Postgres.Writing;

/// <content>Statements without expressions. What PostgreSQL says the same way is copied word by word.</content>
sealed partial class PostgresWriter
{
    protected override IEnumerable<Fragment> CreateTable(CreateTableStatement tree, BoundCreateTable create) =>
        throw Refuse(create, "CREATE TABLE can't stand in another statement");

    protected override IEnumerable<Fragment> Other(BoundOther other) => other.Statement switch
    {
        // PostgreSQL looks after itself, and its VACUUM stands in no transaction
        VacuumStatement => [Fragment.Of(Nothing)],
        AnalyzeStatement { Table: null } => [Fragment.Of(Nothing)],
        AnalyzeStatement { Table: { } table } => [Fragment.Of($"ANALYZE {Words(table.Span)}")],
        TruncateStatement when other.Table is { } table => [Fragment.Of($"TRUNCATE {TableName(table)}")],
        AlterTableStatement { Actions: [AppendFrom] } when other.Source is not null => Append(other),
        AlterTableStatement alter => alter.Actions.Select(action => Altered(other, alter, action)).ToList(),
        SetStatement { Name.Parts: [{ Name: "timezone" }], Values: [StringLiteral { Value: ['-' or '+', ..] and var offset }] } => [Fragment.Of($"SET TIME ZONE INTERVAL {Quoted(offset)} HOUR TO MINUTE")],
        SetStatement { Name.Parts: [{ Name: "timezone" or "search_path" or "statement_timeout" or "seed" }] } => [Words(other.Statement.Span)],
        // how dates are shown is Starlift's; the order is how they are read
        SetStatement { Name.Parts: [{ Name: "datestyle" }] } => [Fragment.Of($"SET DateStyle = 'ISO, {Order(other)}'")],
        ResetStatement { Name: null } => [Fragment.Of("SET TimeZone = 'UTC'"), Fragment.Of("SET DateStyle = 'ISO, MDY'"), Fragment.Of("RESET search_path"), Fragment.Of("RESET statement_timeout")],
        ResetStatement { Name.Parts: [{ Name: "timezone" }] } => [Fragment.Of("SET TimeZone = 'UTC'")],
        ResetStatement { Name.Parts: [{ Name: "datestyle" }] } => [Fragment.Of("SET DateStyle = 'ISO, MDY'")],
        ResetStatement { Name.Parts: [{ Name: "search_path" or "statement_timeout" }] } => [Words(other.Statement.Span)],
        // what the binder heeds, or what changes no result
        SetStatement { Rest: null } or ResetStatement => [Fragment.Of(Nothing)],
        UnloadStatement => throw Refuse(other, "UNLOAD is not supported here", "UNLOAD runs on Redshift only: read the rows by starlift query"),
        _ => Verbatim(other),
    };

    IEnumerable<Fragment> Verbatim(BoundOther other)
    {
        RefuseUnknown(other, "PostgreSQL", hasRoutines: true);
        return [Words(other.Statement.Span)];
    }

    static string Order(BoundOther other) => CatalogueChanges.After(SessionSettings.Default, other)["datestyle"]!.Split(", ")[1];

    Fragment Altered(BoundOther other, AlterTableStatement alter, AlterAction action) => action switch
    {
        AddColumn add => $"ALTER TABLE {Words(alter.Table.Span)} ADD COLUMN {Column(add.Column)}",
        ChangeColumnType change when TypeSpellings.Read(change.Type, inTable: true, out _) is { } type =>
            $"ALTER TABLE {Words(alter.Table.Span)} ALTER COLUMN {Quote(change.Column.Name)} TYPE {TypeName(type)}{Collation(type)}",
        DropColumn or RenameColumn or RenameTable or ChangeOwner or OpaqueAction => $"ALTER TABLE {Words(alter.Table.Span)} {Words(action.Span)}",
        // keys and references are checked before a run is published; distribution, sort order and compression go
        _ => Fragment.Of(Nothing),
    };

    Fragment Column(TableColumn column)
    {
        var type = TypeSpellings.Read(column.Type, inTable: true, out _) ?? DataType.Text;
        var text = Fragment.Of($"{Quote(column.Name.Name)} {TypeName(type)}{Collation(type)}");
        foreach (var attribute in column.Attributes)
        {
            text = attribute.Kind switch
            {
                ColumnAttributeKind.NotNull => $"{text} NOT NULL",
                ColumnAttributeKind.Default when attribute.Value is { } value => $"{text} DEFAULT {Words(value.Span)}",
                _ => text,
            };
        }

        return text;
    }

    static string Collation(DataType type) => type.IsText ? " COLLATE \"C\"" : "";

    /// <summary>A stretch of the statement, its names and texts written as PostgreSQL reads them.</summary>
    Fragment Words(TextSpan span)
    {
        var stretch = _source with { Start = span.Start, Length = span.Length };
        var tokens = SqlLexer.Read(stretch).Where(token => token.Kind != TokenKind.End);
        return Fragment.Join(" ", tokens.Select(token => Fragment.Of(PostgresWords.Write(token, _source)).At(new TextSpan(token.Start, token.End))));
    }
}
